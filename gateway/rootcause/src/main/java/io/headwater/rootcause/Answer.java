package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.Action;
import io.headwater.rootcause.Diagnosis.Counterfactual;
import io.headwater.rootcause.Diagnosis.Finding;
import io.headwater.rootcause.Diagnosis.Refuted;
import io.headwater.rootcause.Diagnosis.Untestable;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Thinks about a claim as it stands: one line of thought for each group of lines denied alike. */
final class Answer {
  private final World w;
  private final Ledger ledger;
  private final Verdict verdict;
  private final int depth;

  private final List<Thought> thoughts = new ArrayList<>();
  private final Map<Cause, Refuted> refuted = new EnumMap<>(Cause.class);
  private final Map<Cause, Untestable> untestable = new EnumMap<>(Cause.class);
  private final Set<Cause> family = EnumSet.noneOf(Cause.class);
  private final Counterfactuals counterfactuals = new Counterfactuals();

  /** What was concluded for some lines, and what it may bring back. */
  record Thought(List<Integer> lines, Reported reported, Roles roles, BigDecimal recoverable) {}

  Answer(World w, Ledger ledger, Verdict verdict, int depth) {
    this.w = w;
    this.ledger = ledger;
    this.verdict = verdict;
    this.depth = depth;
  }

  void think() {
    if (!w.dossier.answered(Owner.PAYMENTS)) {
      for (var cause : Cause.values()) {
        untestable.put(cause, new Untestable(cause, Owner.PAYMENTS.name()));
      }
      return;
    }
    switch (verdict) {
      case PAID -> {
        var returned = Offsets.returned(w, ledger);
        if (returned != null) {
          refuted.put(returned.code(), returned);
        }
      }
      case PENDING -> {}
      case NOT_A_DENIAL -> settled(CostShare.of(w, ledger));
      case UNDERPAID -> {
        var shortfall = Underpayment.of(w, ledger);
        var roles = Roles.withoutCodes(List.of(shortfall.cause()));
        refuted.put(shortfall.ruledOut().code(), shortfall.ruledOut());
        thoughts.add(
            new Thought(
                shortfall.lines(), Reported.NOTHING, roles, Ledger.cents(shortfall.missing())));
      }
      case REJECTED -> {
        var rejection = Submissions.lastRejection(w);
        group(w.lines.stream().map(BilledLine::number).toList(), Submissions.reported(rejection));
      }
      case REVERSED -> reversed();
      case DENIED, PARTIALLY_DENIED -> denied();
    }
  }

  private void settled(CostShare share) {
    share.refuted().forEach(r -> refuted.put(r.code(), r));
    if (!w.dossier.answered(Owner.ELIGIBILITY)) {
      untestable.put(
          Cause.PAYER_PROCESSING_ERROR,
          new Untestable(Cause.PAYER_PROCESSING_ERROR, Owner.ELIGIBILITY.name()));
    }
    var roles = Roles.withoutCodes(List.of(share.violation()));
    thoughts.add(new Thought(share.lines(), Reported.NOTHING, roles, share.amount()));
  }

  private void reversed() {
    var offset = Offsets.of(w, ledger);
    if (!ledger.deniedLines().isEmpty()) {
      denied();
    } else if (ledger.reversal != null) {
      var remarks = new java.util.LinkedHashSet<>(ledger.reversal.fact().remarks());
      ledger.reversal.fact().lines().forEach(l -> remarks.addAll(l.remarks()));
      group(
          w.lines.stream().map(BilledLine::number).toList(),
          new Reported(Set.of(), remarks, Set.of(), Set.of(), Set.of()));
    } else if (offset != null) {
      thoughts.add(
          new Thought(
              w.lines.stream().map(BilledLine::number).toList(),
              Reported.NOTHING,
              Roles.withoutCodes(List.of(offset)),
              Ledger.cents(Ledger.zero(ledger.standing.fact().paid()))));
    }
  }

  private void denied() {
    var alike = new LinkedHashMap<Alike, List<Integer>>();
    for (var number : ledger.deniedLines()) {
      var base = AddOns.deniedBase(w, number, ledger.deniedLines());
      var codes = ledger.reported(List.of(base == 0 ? number : base));
      var line = w.line(number);
      var day = line == null ? w.dos : line.serviceDate();
      var visit = w.visits.get(number);
      alike
          .computeIfAbsent(
              new Alike(
                  codes,
                  day,
                  visit == null ? null : visit.id(),
                  w.claim == null ? null : Assembly.rendering(w, List.of(number))),
              r -> new ArrayList<>())
          .add(number);
    }
    alike.forEach((key, lines) -> group(lines, key.reported()));
  }

  /** Lines denied with the same codes for the same visit to the same clinician. */
  private record Alike(
      Reported reported, java.time.LocalDate day, String visit, String renderingNpi) {}

  private void group(List<Integer> lines, Reported reported) {
    Assembly.turnTo(w, lines);
    var codes = Family.of(reported);
    family.addAll(codes);
    var findings = Adjudicator.examine(w, reported, true);
    findings.untestable().forEach(u -> untestable.putIfAbsent(u.code(), u));
    findings.refuted().forEach(r -> refuted.putIfAbsent(r.code(), r));
    var violations =
        findings.violations.stream()
            .filter(v -> v.lines.contains(0) || v.lines.stream().anyMatch(lines::contains))
            .toList();
    violations.forEach(v -> narrow(v, lines));
    var roles = conclude(violations, codes, findings, reported);
    var worlds = new Worlds(w, reported, lines);
    roles.alone(worlds::paysAlone);
    if (depth == 0) {
      new EarlierDenials(w, depth).trace(roles, reported);
    }
    var precise = Precision.weigh(w, ledger, roles, reported);
    if (precise != null) {
      refuted.putIfAbsent(precise.code(), precise);
    }
    if (!roles.roots.isEmpty()
        && roles.roots.stream().noneMatch(v -> v.cause == Cause.PAYER_PROCESSING_ERROR)) {
      refuted.putIfAbsent(
          Cause.PAYER_PROCESSING_ERROR,
          new Refuted(
              Cause.PAYER_PROCESSING_ERROR,
              "The records reproduce the denial.",
              roles.roots.getFirst().evidence));
    }
    counterfactuals.add(worlds.of(roles));
    var fate =
        worlds.remedied != null && worlds.remedied.paid() != null
            ? worlds.remedied
            : Adjudicator.worth(worlds.mended(roles), lines);
    thoughts.add(
        new Thought(
            lines,
            reported,
            roles,
            fate.paid() == null ? BigDecimal.ZERO.setScale(2) : Ledger.cents(fate.paid())));
  }

  private void narrow(Violation v, List<Integer> lines) {
    if (v.lines.remove(0)) {
      v.lines.addAll(lines);
    }
    v.linked.forEach(l -> narrow(l.violation(), lines));
  }

  private Roles conclude(
      List<Violation> violations, Set<Cause> codes, Findings findings, Reported reported) {
    var roles = Roles.assign(violations, codes);
    if (!roles.roots.isEmpty() || waiting(w, reported)) {
      return roles;
    }
    var whole = w.dossier.unavailable().isEmpty();
    if (!whole) {
      untestable.putIfAbsent(
          Cause.PAYER_PROCESSING_ERROR,
          new Untestable(
              Cause.PAYER_PROCESSING_ERROR, w.dossier.unavailable().iterator().next().name()));
    }
    var necessity = DocumentationExams.necessity(reported);
    var open =
        findings.untestable().stream()
            .anyMatch(
                u ->
                    codes.contains(u.code())
                        && (necessity || u.code() != Cause.DOC_MED_NECESSITY_LANGUAGE));
    var denies = violations.stream().anyMatch(v -> v.denies);
    if (open) {
      refuteNothing();
      return roles;
    }
    if (denies) {
      return Roles.withoutCodes(violations);
    }
    var tested = findings.refuted().stream().anyMatch(r -> codes.contains(r.code()));
    if (tested && whole && !reported.rejected()) {
      var all = new ArrayList<Violation>();
      all.add(PayerErrors.proof(w, findings));
      all.addAll(violations);
      return Roles.assign(all, Set.of(Cause.PAYER_PROCESSING_ERROR));
    }
    return roles;
  }

  /** Records went out in answer to a request, and the payer has not spoken since. */
  static boolean waiting(World w, Reported reported) {
    var last = Latest.last(w.payments);
    return reported.says("252")
        && last != null
        && w.workEvents.stream()
            .anyMatch(
                e ->
                    "RECORDS_SENT".equals(e.fact().type())
                        && last.fact().paymentDate() != null
                        && !w.day(e.fact().at()).isBefore(last.fact().paymentDate()));
  }

  private void refuteNothing() {
    refuted.remove(Cause.PAYER_PROCESSING_ERROR);
  }

  Set<Cause> family() {
    return family;
  }

  /** The roots of all lines of thought. */
  List<Violation> roots() {
    return thoughts.stream().flatMap(t -> t.roles().roots.stream()).toList();
  }

  List<Finding> findings() {
    var merged = new LinkedHashMap<Cause, Confidence.Ranked>();
    for (var thought : thoughts) {
      thought
          .roles()
          .roles
          .forEach(
              (v, role) ->
                  merged.merge(
                      v.cause,
                      new Confidence.Ranked(v, role, new java.util.TreeSet<>(v.lines)),
                      Confidence.Ranked::with));
    }
    return new Confidence(w, verdict, thoughts, refuted.keySet(), untestable.keySet())
        .rank(merged.values());
  }

  private Set<Cause> named() {
    var named = EnumSet.noneOf(Cause.class);
    thoughts.forEach(t -> t.roles().roles.keySet().forEach(v -> named.add(v.cause)));
    return named;
  }

  List<Refuted> refuted() {
    var named = named();
    return refuted.values().stream()
        .filter(r -> !named.contains(r.code()) && !untestable.containsKey(r.code()))
        .toList();
  }

  List<Untestable> untestable() {
    var named = named();
    return untestable.values().stream().filter(u -> !named.contains(u.code())).toList();
  }

  List<Counterfactual> counterfactuals() {
    return counterfactuals.all();
  }

  Action action() {
    return new Advice(w, ledger, verdict, thoughts).action();
  }
}
