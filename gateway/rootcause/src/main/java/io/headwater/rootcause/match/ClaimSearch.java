package io.headwater.rootcause.match;

import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.vocabulary.MatchedBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the claim that a payment answers among the claims of a practice.
 *
 * <p>A payment under the number of a claim answers that claim. Any other is held to every claim by
 * the {@link MatchedBy ladder}; the surest rung counts. Where several claims stand on it, the payer
 * billed decides, then which of them had been sent when the payer answered and had no answer of its
 * own; of a claim and its replacements, the one sent last. What is still undecided is a person's to
 * decide.
 */
public final class ClaimSearch {

  private final Map<String, List<Candidate>> byNumber = new LinkedHashMap<>();

  /**
   * A submission of a claim.
   *
   * @param claim as sent
   * @param members the ids under which payers may know its patient
   */
  public record Candidate(Claim claim, Set<String> members) {
    /** Ids are compared without punctuation, in capitals. */
    public Candidate {
      var plain = new HashSet<String>();
      members.forEach(id -> plain.add(ControlNumbers.plain(id)));
      plain.add(ControlNumbers.plain(claim.memberId()));
      plain.remove("");
      members = Set.copyOf(plain);
    }
  }

  /**
   * Searches among submissions.
   *
   * @param candidates oldest first; several of one control number stand for one claim
   */
  public ClaimSearch(List<Candidate> candidates) {
    for (var candidate : candidates) {
      byNumber
          .computeIfAbsent(candidate.claim().controlNumber(), n -> new ArrayList<>())
          .add(candidate);
    }
  }

  /** Whether the number is a claim's. */
  public boolean known(String controlNumber) {
    return byNumber.containsKey(controlNumber);
  }

  /**
   * The claim that a payment answers.
   *
   * @param payment as the payer sent it
   * @param answered whether a claim has an answer under its own number
   */
  public Answered find(ClaimPayment payment, Predicate<String> answered) {
    var own = byNumber.get(payment.controlNumber());
    if (own != null) {
      return new Answered.Claim(payment.controlNumber(), surest(own, payment));
    }
    MatchedBy best = null;
    var standing = new ArrayList<Candidate>();
    for (var submissions : byNumber.values()) {
      var fit = fit(submissions, payment);
      if (fit == null) {
        continue;
      }
      if (best == null || fit.by().compareTo(best) < 0) {
        best = fit.by();
        standing.clear();
      }
      if (fit.by() == best) {
        standing.add(fit.candidate());
      }
    }
    return best == null ? new Answered.Nothing() : decide(standing, best, payment, answered);
  }

  private record Fit(Candidate candidate, MatchedBy by) {}

  private static MatchedBy surest(List<Candidate> submissions, ClaimPayment payment) {
    return submissions.stream()
        .map(c -> ClaimLadder.ofItsNumber(c.claim(), payment))
        .min(Comparator.naturalOrder())
        .orElse(MatchedBy.NUMBER);
  }

  private static Fit fit(List<Candidate> submissions, ClaimPayment payment) {
    Fit best = null;
    for (var c : submissions) {
      var by = ClaimLadder.ofAnotherNumber(c.claim(), c.members(), payment);
      if (by.isPresent() && (best == null || by.get().compareTo(best.by()) <= 0)) {
        best = new Fit(c, by.get());
      }
    }
    return best;
  }

  private static Answered decide(
      List<Candidate> standing, MatchedBy by, ClaimPayment payment, Predicate<String> answered) {
    var left = standing;
    left = preferring(left, c -> Objects.equals(c.claim().payerId(), payment.payerId()));
    left = preferring(left, c -> sentBy(c.claim(), payment.paymentDate()));
    if (left.size() > 1 && left.stream().filter(ClaimSearch::original).count() <= 1) {
      return new Answered.Claim(lastSent(left).claim().controlNumber(), by);
    }
    left = preferring(left, c -> !answered.test(c.claim().controlNumber()));
    return left.size() == 1
        ? new Answered.Claim(left.getFirst().claim().controlNumber(), by)
        : new Answered.Several(left.stream().map(c -> c.claim().controlNumber()).toList(), by);
  }

  private static List<Candidate> preferring(List<Candidate> all, Predicate<Candidate> better) {
    var some = all.stream().filter(better).toList();
    return some.isEmpty() ? all : some;
  }

  private static boolean sentBy(Claim claim, LocalDate day) {
    return day == null || claim.submittedOn() == null || !claim.submittedOn().isAfter(day);
  }

  /** Neither a replacement (frequency 7) nor a void (8) of another one. */
  private static boolean original(Candidate candidate) {
    var frequency = candidate.claim().frequency();
    return !"7".equals(frequency) && !"8".equals(frequency);
  }

  private static Candidate lastSent(List<Candidate> all) {
    return all.stream()
        .max(
            Comparator.comparing(
                c -> c.claim().submittedOn(), Comparator.nullsFirst(Comparator.naturalOrder())))
        .orElseThrow();
  }
}
