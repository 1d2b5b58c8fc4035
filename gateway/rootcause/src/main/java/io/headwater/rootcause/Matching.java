package io.headwater.rootcause;

import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.Encounter;
import io.headwater.rootcause.fact.PaymentMatch;
import io.headwater.rootcause.fact.RemittanceMatch;
import io.headwater.rootcause.match.Answered;
import io.headwater.rootcause.match.ClaimSearch;
import io.headwater.rootcause.match.ClaimSearch.Candidate;
import io.headwater.rootcause.match.ControlNumbers;
import io.headwater.vocabulary.MatchedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Lays claim payments to the claims that they answer: by a person's decision where there is one,
 * else by the {@link ClaimSearch ladder}, else by the payer's own number where the same payer
 * answered a claim under it before, as a reversal does.
 */
public final class Matching {

  /** A payer's own number shorter than this may be a counter. */
  private static final int LEAST = 5;

  private final ClaimSearch search;
  private final Map<String, RemittanceMatch> decisions = new HashMap<>();
  private final Set<String> answered = new HashSet<>();

  private Matching(ClaimSearch search, List<Recorded<RemittanceMatch>> decisions) {
    this.search = search;
    Latest.of(decisions).forEach(d -> this.decisions.put(d.fact().claimPaymentId(), d.fact()));
  }

  /**
   * What the payments are held to.
   *
   * @param claims every version known
   * @param encounters that say whose a claim is
   * @param coverages that say under which ids payers know a patient
   * @param decisions of people
   */
  public record Known(
      List<Recorded<Claim>> claims,
      List<Recorded<Encounter>> encounters,
      List<Recorded<Coverage>> coverages,
      List<Recorded<RemittanceMatch>> decisions) {}

  /** A payment as it came, and which claim it answers. */
  public record Laid(Recorded<ClaimPayment> payment, Answered answers) {}

  /**
   * The payments as answers: those of a claim carry its control number and how they were matched,
   * those that a person laid elsewhere are gone, the others stand as they came.
   */
  public static List<Recorded<ClaimPayment>> answers(
      Known known, List<Recorded<ClaimPayment>> payments) {
    var matching = new Matching(new ClaimSearch(candidates(known)), known.decisions());
    var answers = new ArrayList<Recorded<ClaimPayment>>();
    for (var laid : matching.lay(payments)) {
      switch (laid.answers()) {
        case Answered.Claim(var number, var by) ->
            answers.add(matching.answering(laid.payment(), number, by));
        case Answered.Several _, Answered.Nothing _ -> answers.add(laid.payment());
        case Answered.Elsewhere _ -> {}
      }
    }
    return answers;
  }

  /** Which claim each payment answers. */
  public static List<Laid> lay(Known known, List<Recorded<ClaimPayment>> payments) {
    return new Matching(new ClaimSearch(candidates(known)), known.decisions()).lay(payments);
  }

  private List<Laid> lay(List<Recorded<ClaimPayment>> payments) {
    for (var payment : payments) {
      if (search.known(payment.fact().controlNumber())) {
        answered.add(payment.fact().controlNumber());
      }
    }
    var first =
        payments.stream().map(payment -> new Laid(payment, answers(payment.fact()))).toList();
    var numbers = payersNumbers(first);
    return first.stream().map(laid -> byPayersNumber(laid, numbers)).toList();
  }

  private Answered answers(ClaimPayment payment) {
    var decision = decisions.get(payment.claimPaymentId());
    if (decision != null) {
      return decision.controlNumber() == null
          ? new Answered.Elsewhere()
          : new Answered.Claim(decision.controlNumber(), MatchedBy.PERSON);
    }
    return search.find(payment, answered::contains);
  }

  /** The payers' own numbers of claims that are matched. */
  private static Map<String, String> payersNumbers(List<Laid> laid) {
    var numbers = new HashMap<String, String>();
    for (var one : laid) {
      var number = one.payment().fact().payerControlNumber();
      if (one.answers() instanceof Answered.Claim(var claim, _)
          && number != null
          && number.length() >= LEAST) {
        numbers.put(one.payment().fact().payerId() + " " + number, claim);
      }
    }
    return numbers;
  }

  private static Laid byPayersNumber(Laid laid, Map<String, String> numbers) {
    return switch (laid.answers()) {
      case Answered.Claim _, Answered.Elsewhere _ -> laid;
      case Answered.Several _, Answered.Nothing _ -> {
        var payment = laid.payment().fact();
        var claim = numbers.get(payment.payerId() + " " + payment.payerControlNumber());
        yield claim == null
            ? laid
            : new Laid(laid.payment(), new Answered.Claim(claim, MatchedBy.PAYER_NUMBER));
      }
    };
  }

  private Recorded<ClaimPayment> answering(
      Recorded<ClaimPayment> payment, String claim, MatchedBy by) {
    var decision = by == MatchedBy.PERSON ? decisions.get(payment.fact().claimPaymentId()) : null;
    var how =
        new PaymentMatch(
            by,
            payment.fact().controlNumber(),
            decision == null ? null : decision.actor(),
            decision == null ? null : decision.reason());
    return new Recorded<>(
        payment.owner(),
        payment.kind(),
        payment.id(),
        payment.version(),
        payment.recordedAt(),
        payment.fact().answering(claim, how));
  }

  private static List<Candidate> candidates(Known known) {
    var patients = new HashMap<String, Set<String>>();
    for (var encounter : known.encounters()) {
      var billed = new HashSet<>(encounter.fact().controlNumbers());
      billed.add(encounter.fact().controlNumber());
      for (var number : billed) {
        patients.computeIfAbsent(number, n -> new HashSet<>()).add(encounter.fact().patientId());
      }
    }
    return known.claims().stream()
        .map(
            claim ->
                new Candidate(
                    claim.fact(),
                    members(
                        claim.fact(),
                        patients.getOrDefault(claim.fact().controlNumber(), Set.of()),
                        known.coverages())))
        .toList();
  }

  /** The ids under which payers may know the claim's patient. */
  private static Set<String> members(
      Claim claim, Set<String> visited, List<Recorded<Coverage>> coverages) {
    var patients = new HashSet<>(visited);
    patients.add(claim.patientId());
    var own = ControlNumbers.plain(claim.memberId());
    for (var coverage : coverages) {
      if (!own.isEmpty() && own.equals(ControlNumbers.plain(coverage.fact().memberId()))) {
        patients.add(coverage.fact().patientId());
      }
    }
    patients.remove(null);
    var members = new HashSet<String>();
    for (var coverage : coverages) {
      if (patients.contains(coverage.fact().patientId())) {
        members.add(coverage.fact().memberId());
        coverage.fact().carveOuts().forEach(c -> members.add(c.memberId()));
      }
    }
    members.removeIf(Objects::isNull);
    return members;
  }
}
