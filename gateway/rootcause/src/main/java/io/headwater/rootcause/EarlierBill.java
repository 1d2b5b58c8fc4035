package io.headwater.rootcause;

import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.match.LineLadder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An earlier claim for the same visit at the same payer, under another number or the same.
 *
 * @param payment how it was first finalised, or null
 */
record EarlierBill(Recorded<Claim> claim, Recorded<ClaimPayment> payment) {

  /** The first claim that billed what is in question before the world's own did, or null. */
  static EarlierBill of(World w) {
    Recorded<Claim> first = null;
    for (var sibling : w.siblings) {
      if (sameVisit(w, sibling.fact())
          && (first == null || sibling.recordedAt().isBefore(first.recordedAt()))) {
        first = sibling;
      }
    }
    if (first != null) {
      return new EarlierBill(first, payment(w, first.fact().controlNumber()));
    }
    var own = ownAnswers(w);
    return own.isEmpty() || w.submissions.isEmpty()
        ? null
        : new EarlierBill(w.submissions.getFirst(), own.getFirst());
  }

  /**
   * The answer by which what is in question stood decided and not denied, paid or left to the
   * patient, before the payer called it a duplicate; null where nothing such stood.
   */
  static Recorded<ClaimPayment> settled(World w) {
    for (var sibling : w.siblings) {
      if (sameVisit(w, sibling.fact())) {
        var standing = Settlement.of(w, answers(w, sibling.fact().controlNumber())).standing();
        if (standing != null && settles(w, standing.fact())) {
          return standing;
        }
      }
    }
    var own = Settlement.of(w, ownAnswers(w)).standing();
    return own != null && settles(w, own.fact()) ? own : null;
  }

  /** How many lines were billed for the day in question before, and now. */
  static long billed(World w, EarlierBill earlier) {
    var before =
        earlier.claim().fact().lines().stream()
            .filter(l -> Objects.equals(w.dos, l.serviceDate()))
            .count();
    return before + w.lines.stream().filter(l -> w.dos.equals(l.serviceDate())).count();
  }

  private static boolean sameVisit(World w, Claim c) {
    var ofVisit = ofVisit(w, c.controlNumber());
    var before =
        c.submittedOn() == null || w.submittedOn == null || !c.submittedOn().isAfter(w.submittedOn);
    return before
        && Objects.equals(c.payerId(), w.payerId)
        && c.lines().stream()
            .anyMatch(
                l ->
                    w.lines.stream()
                        .anyMatch(
                            m ->
                                w.inQuestion(m)
                                    && Objects.equals(m.serviceDate(), l.serviceDate())
                                    && (ofVisit || Objects.equals(m.procedure(), l.procedure()))));
  }

  /** Whether the visit in question was billed under another number as well. */
  private static boolean ofVisit(World w, String controlNumber) {
    return w.encounter != null
        && (w.encounter.fact().controlNumbers().contains(controlNumber)
            || Objects.equals(w.encounter.fact().controlNumber(), controlNumber));
  }

  /**
   * The answers to earlier files of the claim's own number: those that came before it was sent
   * again, or, where it was sent twice before the payer spoke, all but the last.
   */
  private static List<Recorded<ClaimPayment>> ownAnswers(World w) {
    if (w.claim == null || w.submissions.size() < 2) {
      return List.of();
    }
    var answers = new ArrayList<Recorded<ClaimPayment>>();
    for (int i = 0; i < w.payments.size(); i++) {
      var payment = w.payments.get(i);
      if (payment.recordedAt().isBefore(w.claim.recordedAt()) || i < w.payments.size() - 1) {
        answers.add(payment);
      }
    }
    return answers;
  }

  private static List<Recorded<ClaimPayment>> answers(World w, String controlNumber) {
    return PaymentOrder.of(w.dossier.claimPayments(), controlNumber);
  }

  private static Recorded<ClaimPayment> payment(World w, String controlNumber) {
    return Latest.first(
        Latest.where(
            w.dossier.claimPayments(),
            p -> Objects.equals(p.controlNumber(), controlNumber) && !p.reversal()));
  }

  /** Whether an answer decides what is in question and denies none of it. */
  private static boolean settles(World w, ClaimPayment answer) {
    if (Ledger.deniesWhole(answer)) {
      return false;
    }
    var decided = LineLadder.pairs(Ledger.billed(w), answer.lines());
    var met = false;
    for (int i = 0; i < decided.size(); i++) {
      if (decided.get(i) != null && w.inQuestion(w.lines.get(i))) {
        met = true;
        if (Ledger.denies(decided.get(i))) {
          return false;
        }
      }
    }
    return met || !Ledger.denies(answer);
  }
}
