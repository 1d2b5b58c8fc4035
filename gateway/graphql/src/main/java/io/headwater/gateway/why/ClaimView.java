package io.headwater.gateway.why;

import io.headwater.vocabulary.MatchedBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** The facts that the services hold about a claim, joined; each list is null-free and in order. */
@Name("Claim")
@Description("The joined facts about a claim, as known at the instant of the question.")
public record ClaimView(
    @NonNull String controlNumber,
    PayerView payer,
    PatientView patient,
    LocalDate serviceDate,
    String placeOfService,
    String frequency,
    BigDecimal totalCharge,
    LocalDate submittedOn,
    @Description("Other claims sent under the same control number.") @NonNull
        List<@NonNull SubmissionView> otherSubmissions,
    @NonNull List<@NonNull EligibilityCheckView> eligibilityChecks,
    @NonNull List<@NonNull EnrollmentView> enrollments,
    @NonNull List<@NonNull AuthorizationView> authorizations,
    @NonNull List<@NonNull AcknowledgmentView> acknowledgments,
    @NonNull List<@NonNull RemittanceView> remittances) {

  /** Who pays. */
  @Name("Payer")
  public record PayerView(String id, String name) {}

  /** Whose claim. */
  @Name("Patient")
  public record PatientView(String id) {}

  /** A claim sent under the same control number. */
  @Name("Submission")
  public record SubmissionView(
      LocalDate submittedOn,
      String frequency,
      PayerView payer,
      PatientView patient,
      LocalDate serviceDate,
      BigDecimal totalCharge,
      @NonNull Integer version) {}

  /** What a payer said about coverage. */
  @Name("EligibilityCheck")
  public record EligibilityCheckView(
      @NonNull String id, PayerView payer, Instant requestedAt, String result) {}

  /** A clinician with a payer. */
  @Name("Enrollment")
  public record EnrollmentView(
      @NonNull String id, String npi, PayerView payer, String status, LocalDate effective) {}

  /** What was approved and what is left of it. */
  @Name("Authorization")
  public record AuthorizationView(
      @NonNull String id,
      String number,
      String status,
      LocalDate effective,
      LocalDate expires,
      @Description("Authorized less what claims under the number used.") BigDecimal remaining) {}

  /** What a front door said. */
  @Name("Acknowledgment")
  public record AcknowledgmentView(
      @NonNull String id, String kind, String category, String status, Instant receivedAt) {}

  /** What was paid. */
  @Name("Remittance")
  public record RemittanceView(
      @Description("The claim payment, as evidence cites it.") String record,
      String trace,
      LocalDate date,
      String status,
      BigDecimal charge,
      BigDecimal paid,
      BigDecimal patientResponsibility,
      @Description("Whether every equation of the claim and of its payment holds.")
          Boolean balanced,
      @Description("How it came to this claim; null where it was laid to none.")
          RemittanceMatchView match) {}

  /** How a remittance was matched to the claim. */
  @Name("RemittanceMatch")
  public record RemittanceMatchView(
      @NonNull MatchedBy by,
      @Description("From 0 to 1.") @NonNull Double confidence,
      @Description("The claim number as the payer sent it (CLP01).") String sentAs,
      @Description("Who decided, where a person did.") String actor,
      String reason) {}
}
