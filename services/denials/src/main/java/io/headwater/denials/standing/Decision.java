package io.headwater.denials.standing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a payer decided in one remittance. */
public sealed interface Decision {

  /** When and where the payer said so. */
  Source source();

  /**
   * Where a decision comes from.
   *
   * @param controlNumber the claim's control number (CLP01)
   * @param payerId who decided
   * @param claimPaymentId the fact of payments that says so
   * @param decidedOn the payment date of the remittance (BPR16)
   * @param recordedAt when the practice learned it
   */
  record Source(
      String controlNumber,
      String payerId,
      String claimPaymentId,
      LocalDate decidedOn,
      Instant recordedAt) {}

  /**
   * What was billed on one line.
   *
   * @param key tells the line from the claim's others: the line control number, or procedure,
   *     modifiers and day
   * @param procedure the procedure; empty for a claim without lines
   * @param serviceDate the day of service, where the remittance says
   * @param charge dollars
   */
  record Line(String key, String procedure, Optional<LocalDate> serviceDate, BigDecimal charge) {}

  /**
   * The line stands denied.
   *
   * @param codes group and reason, such as {@code CO-197}
   * @param remarks remark codes (RARC)
   */
  record Denied(Source source, Line line, List<String> codes, List<String> remarks)
      implements Decision {}

  /** The line was paid, or left to the patient or the contract. */
  record Settled(Source source, Line line) implements Decision {}

  /** The payer took the whole claim payment back (CLP02 22). */
  record Reversed(Source source) implements Decision {}
}
