package io.headwater.rootcause.match;

import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimLine;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.rootcause.fact.PersonName;
import io.headwater.vocabulary.MatchedBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How well one payment fits one claim. */
final class ClaimLadder {

  private ClaimLadder() {}

  /** By what a payment that came under the claim's own number answers it. */
  static MatchedBy ofItsNumber(Claim claim, ClaimPayment payment) {
    return LineLadder.rung(Billed.of(claim), payment.lines());
  }

  /**
   * By what a payment that came under no number of the practice's may answer a claim; empty where
   * it does not. The day and the charge must be the claim's whatever else is known.
   *
   * @param members the ids under which payers may know the claim's patient, plain
   */
  static Optional<MatchedBy> ofAnotherNumber(
      Claim claim, Set<String> members, ClaimPayment payment) {
    if (!sameDay(claim, payment) || !sameCharge(claim, payment) || anotherPerson(claim, payment)) {
      return Optional.empty();
    }
    var member = ids(payment).anyMatch(members::contains);
    var services = procedures(claim, payment);
    if (ControlNumbers.resembles(payment.controlNumber(), claim.controlNumber())
        && (member || services)) {
      return Optional.of(MatchedBy.MANGLED_NUMBER);
    }
    if (!member) {
      return Optional.empty();
    }
    return Optional.of(services ? MatchedBy.MEMBER_AND_SERVICE : MatchedBy.MEMBER_DAY_AND_CHARGE);
  }

  /** The first day of a claim's services, or null. */
  static LocalDate day(Claim claim) {
    return claim.lines().stream()
        .map(ClaimLine::serviceDate)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The ids by which a payer names the patient or the insured, plain. */
  static Stream<String> ids(ClaimPayment payment) {
    return Stream.of(payment.patientId(), payment.insuredId(), payment.correctedMemberId())
        .filter(Objects::nonNull)
        .map(ControlNumbers::plain)
        .filter(id -> !id.isEmpty());
  }

  private static boolean sameDay(Claim claim, ClaimPayment payment) {
    var paid =
        payment.lines().stream()
            .map(PaymentLine::serviceDate)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(payment.statementFrom());
    return paid != null && paid.equals(day(claim));
  }

  private static boolean sameCharge(Claim claim, ClaimPayment payment) {
    return LineLadder.same(total(claim), payment.charge());
  }

  private static BigDecimal total(Claim claim) {
    return claim.totalCharge() != null
        ? claim.totalCharge()
        : claim.lines().stream()
            .map(ClaimLine::charge)
            .filter(Objects::nonNull)
            .reduce(BigDecimal::add)
            .orElse(null);
  }

  /** Whether every decided line is of a procedure that the claim bills, each for each. */
  private static boolean procedures(Claim claim, ClaimPayment payment) {
    var billed = new java.util.ArrayList<>(Billed.of(claim));
    for (var said : payment.lines()) {
      var line = billed.stream().filter(b -> LineLadder.procedure(b, said)).findFirst();
      if (line.isEmpty()) {
        return false;
      }
      billed.remove(line.get());
    }
    return !payment.lines().isEmpty();
  }

  /** Whether both name the patient and the names cannot be one person's; payers cut long names. */
  private static boolean anotherPerson(Claim claim, ClaimPayment payment) {
    var ours = claim.patientName();
    var theirs = payment.patientName();
    return ours != null
        && theirs != null
        && (differ(PersonName::last, ours, theirs) || differ(PersonName::first, ours, theirs));
  }

  private static boolean differ(
      java.util.function.Function<PersonName, String> part, PersonName ours, PersonName theirs) {
    var a = letters(part.apply(ours));
    var b = letters(part.apply(theirs));
    return !a.startsWith(b) && !b.startsWith(a);
  }

  private static String letters(String name) {
    return name == null ? "" : name.replaceAll("\\P{L}", "").toUpperCase(Locale.ROOT);
  }
}
