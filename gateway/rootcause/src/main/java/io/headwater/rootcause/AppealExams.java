package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.vocabulary.Cause;

/** Whether an appeal was filed in time. */
final class AppealExams {

  private final World w;
  private final Reported reported;
  private final Findings out;

  private AppealExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    new AppealExams(w, reported, out).appeal();
  }

  private void appeal() {
    if (!reported.says("138", "285", "286", "N584")) {
      return;
    }
    var filed = Latest.last(Latest.where(w.workEvents, e -> "APPEAL_FILED".equals(e.type())));
    var limit = FilingLimit.limitOf(w);
    var first = Latest.first(w.payments);
    if (filed == null) {
      out.cannotTest(Cause.BILL_APPEAL_LATE, "the day on which the appeal was filed");
      return;
    }
    if (limit == null
        || limit.policy().fact().rule().appealDays() == null
        || first == null
        || first.fact().paymentDate() == null) {
      out.cannotTest(Cause.BILL_APPEAL_LATE, "the payer's appeal limit");
      return;
    }
    var last = first.fact().paymentDate().plusDays(limit.policy().fact().rule().appealDays());
    var at = w.day(filed.fact().at());
    if (at.isAfter(last)) {
      out.violated(
          new Violation(
                  Cause.BILL_APPEAL_LATE,
                  0,
                  "286",
                  "The appeal was filed on " + at + "; the last day was " + last + ".")
              .cites(
                  confirms(filed, w.dos, "Filed " + at + "."),
                  confirms(limit.policy(), w.dos, "The last day was " + last + "."),
                  confirms(
                      first, w.dos, "The first remittance of " + first.fact().paymentDate() + "."))
              .cure(
                  Kind.PREVENTION,
                  "workEvent.at",
                  at.toString(),
                  last.toString(),
                  x -> Cured.of(x, Cause.BILL_APPEAL_LATE)));
    } else {
      out.refute(
          Cause.BILL_APPEAL_LATE,
          "The appeal was filed in time.",
          refutes(filed, w.dos, "Filed " + at + ", last day " + last + "."));
    }
  }
}
