package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.BlastRadius;
import io.headwater.rootcause.Diagnosis.Completeness;
import io.headwater.rootcause.Diagnosis.Missing;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The one question. */
public final class WhyDenied {

  private WhyDenied() {}

  /**
   * Why the claim of the dossier stands as it does, known at the dossier's instant.
   *
   * @throws IllegalArgumentException when neither the claim nor an answer to it is known
   */
  public static Diagnosis diagnose(Dossier dossier) {
    return diagnose(dossier, Neighbours.none());
  }

  /** The same with what is known of the rest of the practice, which the cause may touch too. */
  public static Diagnosis diagnose(Dossier dossier, Neighbours neighbours) {
    return diagnose(dossier, neighbours, 0);
  }

  static Diagnosis diagnose(Dossier dossier, int depth) {
    return diagnose(dossier, Neighbours.none(), depth);
  }

  private static Diagnosis diagnose(Dossier dossier, Neighbours neighbours, int depth) {
    if (Assembly.unheard(dossier)) {
      return unheard(dossier);
    }
    var w = Assembly.of(dossier);
    var ledger = Ledger.of(w);
    var verdict = verdict(w, ledger);
    if (ledger.standing != null) {
      Assembly.judgeAsAdjudicated(w, ledger.standing);
    }
    var answer = new Answer(w, ledger, verdict, depth);
    answer.think();
    var reach = Reach.of(w, answer, neighbours);
    return new Diagnosis(
        dossier.controlNumber(),
        verdict,
        completeness(w, answer),
        ledger.lines,
        answer.findings(),
        answer.refuted(),
        answer.untestable(),
        answer.counterfactuals(),
        answer.action(),
        Reach.radius(w, reach),
        Timeline.of(w),
        IdleTime.of(w, reach));
  }

  /**
   * The services that would know the claim did not answer: nothing can be said, and that is said.
   */
  private static Diagnosis unheard(Dossier dossier) {
    var missing = new ArrayList<Missing>();
    for (var owner : dossier.unavailable()) {
      missing.add(new Missing(owner, "The service did not answer."));
    }
    var untestable = new ArrayList<Diagnosis.Untestable>();
    for (var cause : io.headwater.vocabulary.Cause.values()) {
      untestable.add(new Diagnosis.Untestable(cause, missing.getFirst().service().name()));
    }
    return new Diagnosis(
        dossier.controlNumber(),
        null,
        new Completeness(0, missing),
        List.of(),
        List.of(),
        List.of(),
        untestable,
        List.of(),
        null,
        null,
        List.of(),
        List.of());
  }

  private static Verdict verdict(World w, Ledger ledger) {
    if (!w.dossier.answered(Owner.PAYMENTS)) {
      return Submissions.lastRejection(w) != null ? Verdict.REJECTED : null;
    }
    var verdict = ledger.verdict();
    return (verdict == Verdict.PAID || verdict == Verdict.UNDERPAID)
            && Offsets.of(w, ledger) != null
        ? Verdict.REVERSED
        : verdict;
  }

  private static Completeness completeness(World w, Answer answer) {
    var missing = new ArrayList<Missing>();
    for (var owner :
        List.of(
            Owner.ELIGIBILITY,
            Owner.CREDENTIALING,
            Owner.AUTHORIZATIONS,
            Owner.CLAIMS,
            Owner.PAYMENTS)) {
      if (!w.dossier.answered(owner)) {
        missing.add(new Missing(owner, "The service did not answer."));
      }
    }
    if (w.claim == null && w.dossier.answered(Owner.CLAIMS)) {
      missing.add(new Missing(Owner.CLAIMS, "The claim itself is not on file."));
    }
    if (w.claim != null && w.encounter == null && w.dossier.answered(Owner.CLAIMS)) {
      missing.add(new Missing(Owner.CLAIMS, "The encounter is not on file."));
    }
    missing.addAll(Doubts.of(w));
    var open = answer.untestable().stream().filter(u -> answer.family().contains(u.code())).count();
    var score = 1.0 - 0.15 * missing.size() - Math.min(0.3, 0.05 * open);
    return new Completeness(Math.max(0, Math.round(score * 100) / 100.0), missing);
  }

  /** The empty reach of a claim that nothing is wrong with. */
  static BlastRadius none() {
    return new BlastRadius(0, 0, java.math.BigDecimal.ZERO.setScale(2));
  }
}
