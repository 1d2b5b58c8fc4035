package io.headwater.gateway.sandbox;

import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.Recorded;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PracticeProfile;
import io.headwater.x12.record.PersonName;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A submission with everything that is known about it, in the words that answers are written in.
 */
record CaseFile(Submission submission, Dossier dossier, Recorded<Claim> sent) {

  /** The case of what arrived: the last version of its claim that names the payer. */
  static Optional<CaseFile> arrived(Submission submission, Dossier dossier) {
    return dossier.claims().stream()
        .filter(c -> submission.controlNumber().equals(c.fact().controlNumber()))
        .filter(c -> submission.payerId().equals(c.fact().payerId()))
        .max(Comparator.comparing(Recorded::version))
        .map(c -> new CaseFile(submission, dossier, c));
  }

  /** The case of a version that was looked at before. */
  static CaseFile of(Submission submission, Dossier dossier) {
    return dossier.claims().stream()
        .filter(c -> submission.controlNumber().equals(c.fact().controlNumber()))
        .filter(c -> submission.version() == c.version())
        .findFirst()
        .map(c -> new CaseFile(submission, dossier, c))
        .orElseThrow(
            () -> new IllegalStateException("no version of " + submission.controlNumber()));
  }

  Claim claim() {
    return sent.fact();
  }

  CaseFile with(Submission now) {
    return new CaseFile(now, dossier, sent);
  }

  String frequency() {
    return Objects.requireNonNullElse(claim().frequency(), "1");
  }

  boolean replaces() {
    return frequency().equals("7") || frequency().equals("8");
  }

  boolean voids() {
    return frequency().equals("8");
  }

  /** The decision that stands under the payer's number, or null where none does any more. */
  ClaimPayment standing() {
    var number = submission.payerControlNumber();
    return dossier.claimPayments().stream()
        .filter(p -> Objects.equals(number, p.fact().payerControlNumber()))
        .filter(p -> submission.payerId().equals(p.fact().payerId()))
        .max(
            Comparator.comparing((Recorded<ClaimPayment> p) -> p.recordedAt())
                .thenComparing(p -> reversal(p.fact()) ? 0 : 1))
        .map(Recorded::fact)
        .filter(p -> !reversal(p))
        .orElse(null);
  }

  private static boolean reversal(ClaimPayment payment) {
    return "22".equals(payment.status());
  }

  String payerName() {
    return dossier.payers().stream()
        .filter(p -> submission.payerId().equals(p.fact().payerId()))
        .reduce((a, b) -> b)
        .map(p -> plain(p.fact().name(), 60))
        .orElse(submission.payerId());
  }

  private Optional<PracticeProfile> profile() {
    return dossier.practiceProfiles().stream().reduce((a, b) -> b).map(Recorded::fact);
  }

  String providerName() {
    return profile().map(p -> plain(p.name(), 60)).orElse("PROVIDER");
  }

  /** The number of who bills, else of the practice, else of who rendered. */
  String billingNpi() {
    if (claim().billingNpi() != null) {
      return claim().billingNpi();
    }
    return profile()
        .map(PracticeProfile::groupNpi)
        .orElseGet(() -> Objects.requireNonNullElse(claim().renderingNpi(), "0000000000"));
  }

  String billingTaxIdentifier() {
    return claim().billingTaxIdentifier() != null
        ? claim().billingTaxIdentifier()
        : profile().map(PracticeProfile::tin).orElse(null);
  }

  PersonName patient() {
    var name = claim().patientName();
    if (name == null) {
      name =
          dossier.patients().stream()
              .filter(p -> Objects.equals(claim().patientId(), p.fact().patientId()))
              .reduce((a, b) -> b)
              .map(p -> p.fact().name())
              .orElse(null);
    }
    return name == null
        ? new PersonName(null, "UNKNOWN")
        : new PersonName(plain(name.first(), 35), plain(name.last(), 60));
  }

  LocalDate firstService() {
    return claim().lines().stream()
        .map(l -> l.serviceDate())
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  LocalDate lastService() {
    return claim().lines().stream()
        .map(l -> l.serviceDate())
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** CLP06 by what kind of payer it is. */
  String filingIndicator() {
    return dossier.payers().stream()
        .filter(p -> submission.payerId().equals(p.fact().payerId()))
        .reduce((a, b) -> b)
        .map(p -> Objects.requireNonNullElse(p.fact().type(), ""))
        .map(type -> type.startsWith("MEDICAID") ? "MC" : type.equals("MEDICARE") ? "MB" : "12")
        .orElse("12");
  }

  /** A name as X12 carries it. */
  static String plain(String text, int longest) {
    if (text == null) {
      return null;
    }
    return clean(text.toUpperCase(Locale.ROOT), longest);
  }

  /** A text without the characters that X12 cannot carry. */
  static String clean(String text, int longest) {
    if (text == null) {
      return null;
    }
    var clean = text.replaceAll("[*:^~\\p{Cntrl}]", " ").strip();
    return clean.length() > longest ? clean.substring(0, longest) : clean;
  }

  /**
   * Whether an answer can name the claim and its member: X12 has characters that it cannot carry.
   */
  boolean writable() {
    return Stream.of(claim().controlNumber(), submission.payerId(), memberId())
        .filter(Objects::nonNull)
        .allMatch(id -> id.equals(id.replaceAll("[*:^~\\p{Cntrl}]", " ")));
  }

  /** The member id under which the claim was billed. */
  String memberId() {
    return claim().memberId();
  }

  List<io.headwater.rootcause.fact.ClaimLine> lines() {
    return claim().lines();
  }
}
