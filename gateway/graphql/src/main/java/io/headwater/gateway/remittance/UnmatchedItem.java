package io.headwater.gateway.remittance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.headwater.rootcause.Recorded;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.rootcause.fact.Remittance;
import io.headwater.vocabulary.MatchedBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A remittance in the queue.
 *
 * @param id under which it is resolved
 * @param kind {@code claim-payment}, or {@code remittance} where the payment as a whole is meant
 * @param record the fact, as evidence cites it
 * @param reasons why it is here
 * @param controlNumber as the payer sent it (CLP01)
 * @param charge dollars
 * @param paid dollars
 * @param failing the equations that do not hold, with both sides
 * @param candidates the claims that it may answer
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UnmatchedItem(
    String id,
    String kind,
    String record,
    List<Reason> reasons,
    String controlNumber,
    String payerControlNumber,
    String payerId,
    String traceNumber,
    LocalDate paymentDate,
    String status,
    String charge,
    String paid,
    String memberId,
    LocalDate serviceDate,
    List<String> procedures,
    List<String> failing,
    List<CandidateItem> candidates,
    Instant recordedAt) {

  /** A claim that a remittance may answer, and by what. */
  public record CandidateItem(String controlNumber, MatchedBy by, Double confidence) {
    static CandidateItem of(String controlNumber, MatchedBy by) {
      return new CandidateItem(controlNumber, by, by.confidence());
    }
  }

  static UnmatchedItem of(
      Recorded<ClaimPayment> payment, List<Reason> reasons, List<CandidateItem> candidates) {
    var p = payment.fact();
    return new UnmatchedItem(
        PaymentToken.of(p.claimPaymentId()),
        payment.kind(),
        p.claimPaymentId(),
        reasons,
        p.controlNumber(),
        p.payerControlNumber(),
        p.payerId(),
        p.traceNumber(),
        p.paymentDate(),
        p.status(),
        plain(p.charge()),
        plain(p.paid()),
        p.patientId() == null ? p.insuredId() : p.patientId(),
        p.lines().stream()
            .map(PaymentLine::serviceDate)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(p.statementFrom()),
        p.lines().stream().map(PaymentLine::procedure).filter(Objects::nonNull).toList(),
        p.failing(),
        candidates,
        payment.recordedAt());
  }

  static UnmatchedItem of(Recorded<Remittance> remittance) {
    var r = remittance.fact();
    return new UnmatchedItem(
        PaymentToken.of(r.remittanceId()),
        remittance.kind(),
        r.remittanceId(),
        List.of(Reason.UNBALANCED),
        null,
        null,
        r.payerId(),
        r.traceNumber(),
        r.paymentDate(),
        null,
        null,
        plain(r.paymentAmount()),
        null,
        null,
        List.of(),
        r.failing(),
        List.of(),
        remittance.recordedAt());
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }
}
