package io.headwater.gateway.why;

import io.headwater.gateway.why.WhyView.ActionView;
import io.headwater.gateway.why.WhyView.AdjustmentView;
import io.headwater.gateway.why.WhyView.BlastRadiusView;
import io.headwater.gateway.why.WhyView.CauseView;
import io.headwater.gateway.why.WhyView.ChangeView;
import io.headwater.gateway.why.WhyView.CompletenessView;
import io.headwater.gateway.why.WhyView.CounterfactualKind;
import io.headwater.gateway.why.WhyView.CounterfactualView;
import io.headwater.gateway.why.WhyView.EvidenceView;
import io.headwater.gateway.why.WhyView.IdleView;
import io.headwater.gateway.why.WhyView.LineView;
import io.headwater.gateway.why.WhyView.MissingView;
import io.headwater.gateway.why.WhyView.MomentView;
import io.headwater.gateway.why.WhyView.NextDenialView;
import io.headwater.gateway.why.WhyView.OriginView;
import io.headwater.gateway.why.WhyView.RefutedView;
import io.headwater.gateway.why.WhyView.RescuedView;
import io.headwater.gateway.why.WhyView.UntestableView;
import io.headwater.rootcause.Codes;
import io.headwater.rootcause.Diagnosis;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The diagnosis in the words of the query, field by field. */
final class WhyViews {

  private WhyViews() {}

  static WhyView view(Diagnosis d, ClaimView claim) {
    return new WhyView(
        d.controlNumber(),
        d.verdict(),
        new CompletenessView(
            d.completeness().score(),
            each(d.completeness().missing(), m -> new MissingView(m.service(), m.reason()))),
        each(d.lines(), WhyViews::line),
        each(d.causes(), WhyViews::cause),
        each(
            d.refuted(),
            r ->
                new RefutedView(
                    r.code().code(), r.reason(), each(r.evidence(), WhyViews::evidence))),
        each(d.untestable(), u -> new UntestableView(u.code().code(), u.missing())),
        each(d.counterfactuals(), WhyViews::counterfactual),
        d.action() == null ? null : action(d.action()),
        d.blastRadius() == null
            ? null
            : new BlastRadiusView(
                d.blastRadius().openClaims(),
                d.blastRadius().futureVisits(),
                d.blastRadius().amount()),
        each(d.timeline(), m -> new MomentView(m.at(), m.service(), m.event(), m.record())),
        each(d.idle(), WhyViews::idle),
        claim);
  }

  private static IdleView idle(Diagnosis.Idle i) {
    var fleet = i.fleet();
    return new IdleView(
        i.step(),
        i.owner(),
        i.days(),
        i.rescues(),
        i.summary(),
        fleet == null
            ? null
            : new RescuedView(
                fleet.visits(), fleet.amount(), fleet.visitsLost(), fleet.amountLost()));
  }

  private static LineView line(Diagnosis.Line l) {
    return new LineView(
        l.number(),
        l.procedure(),
        each(l.modifiers(), Function.identity()),
        l.serviceDate(),
        l.charge(),
        l.paid(),
        l.denied(),
        each(l.adjustments(), WhyViews::adjustment));
  }

  private static AdjustmentView adjustment(Diagnosis.LineAdjustment a) {
    var reason = Codes.reason(a.reason());
    return new AdjustmentView(
        a.group(),
        a.reason(),
        a.amount(),
        each(a.remarks(), Function.identity()),
        reason.map(Codes.Code::label).orElse(null),
        each(a.remarks(), r -> Codes.remark(r).map(c -> r + " " + c.label()).orElse(r)),
        reason.map(Codes.Code::scenario).orElse(null));
  }

  private static CauseView cause(Diagnosis.Finding f) {
    return new CauseView(
        f.rank(),
        f.code().code(),
        f.handoff(),
        f.role(),
        f.fault(),
        f.confidence(),
        f.summary(),
        each(f.lines(), Function.identity()),
        f.origin() == null
            ? null
            : new OriginView(f.origin().at(), f.origin().service(), f.origin().summary()),
        each(f.evidence(), WhyViews::evidence));
  }

  private static EvidenceView evidence(Diagnosis.Evidence e) {
    return new EvidenceView(
        e.statement(),
        e.polarity(),
        e.service(),
        e.kind(),
        e.record(),
        e.version(),
        e.validAt(),
        e.recordedAt(),
        url(e));
  }

  private static String url(Diagnosis.Evidence e) {
    return e.kind() == null || e.record() == null ? null : url(e.kind(), e.record());
  }

  /** Where all versions of a record are. */
  static String url(String kind, String record) {
    return "/v1/facts/" + kind + "?id=" + URLEncoder.encode(record, StandardCharsets.UTF_8);
  }

  private static CounterfactualView counterfactual(Diagnosis.Counterfactual c) {
    var kind =
        switch (c.kind()) {
          case REMEDY -> CounterfactualKind.REMEDY;
          case PREVENTION -> CounterfactualKind.PREVENTION;
        };
    var next = c.nextDenial();
    return new CounterfactualView(
        kind,
        each(c.changes(), change -> new ChangeView(change.fact(), change.from(), change.to())),
        c.outcome(),
        c.allowed(),
        c.paid(),
        next == null
            ? null
            : new NextDenialView(
                next.reason(),
                each(next.remarks(), Function.identity()),
                next.cause() == null ? null : next.cause().code()));
  }

  static ActionView action(Diagnosis.Action a) {
    return new ActionView(
        a.type(),
        each(a.steps(), Function.identity()),
        a.deadline(),
        a.basis(),
        a.policy(),
        a.probability(),
        a.recoverable(),
        a.expectedValue(),
        a.effortMinutes(),
        each(a.guardrails(), Function.identity()));
  }

  private static <A, B> List<B> each(List<A> list, Function<? super A, ? extends B> form) {
    return list == null ? List.of() : list.stream().<B>map(form).toList();
  }
}
