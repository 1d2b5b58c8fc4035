package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.WorkEvent;
import io.headwater.vocabulary.Cause;
import java.time.LocalDate;

/** Whether the records that the payer asked for reached it, in time and whole. */
final class RecordsExams {
  private final World w;
  private final Reported reported;
  private final Findings out;

  private RecordsExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    new RecordsExams(w, reported, out).records();
  }

  private void records() {
    var asked = last("RECORDS_REQUESTED");
    var sent = last("RECORDS_SENT");
    var due = due(asked);
    var coded = reported.says(DocumentationExams.RECORDS);
    var inTime = sent != null && (due == null || !w.day(sent.fact().at()).isAfter(due));
    if (asked == null && !coded) {
      return;
    }
    if (inTime && reported.says("251", "N705", "N709", "N394", "N237", "N731", "N716")) {
      out.violated(
          new Violation(
                  Cause.DOC_RECORDS_INCOMPLETE,
                  0,
                  "251",
                  "The records were sent in time and the payer found them incomplete.")
              .cites(
                  confirms(sent, w.dos, "Sent on " + w.day(sent.fact().at()) + "."),
                  confirms(Latest.last(w.payments), w.dos, "The payer reports them incomplete."))
              .cure(
                  Kind.REMEDY,
                  "documentation.recordsSent",
                  "incomplete",
                  "complete",
                  x -> Cured.of(x, Cause.DOC_RECORDS_INCOMPLETE)));
      out.refute(
          Cause.DOC_RECORDS_NOT_SENT,
          "Records were sent in time.",
          refutes(sent, w.dos, "Sent on " + w.day(sent.fact().at()) + "."));
      return;
    }
    if (inTime) {
      var decided = Latest.last(w.payments);
      if (!coded
          && decided != null
          && decided.fact().paymentDate() != null
          && decided.fact().paymentDate().isAfter(w.day(sent.fact().at()))) {
        out.refute(
            Cause.DOC_RECORDS_INCOMPLETE,
            "The payer decided on the records that were sent, and misses none.",
            refutes(sent, w.dos, "Sent on " + w.day(sent.fact().at()) + "."),
            refutes(decided, w.dos, "Decided on " + decided.fact().paymentDate() + "."));
      }
      out.refute(
          Cause.DOC_RECORDS_NOT_SENT,
          "Records were sent in time.",
          refutes(sent, w.dos, "Sent on " + w.day(sent.fact().at()) + "."));
      return;
    }
    if (!coded && !reported.says("B12", "112", "50")) {
      return;
    }
    if (sent != null) {
      var late =
          new Violation(
                  Cause.DOC_RECORDS_NOT_SENT,
                  0,
                  "164",
                  "The records were due on "
                      + due
                      + " and sent on "
                      + w.day(sent.fact().at())
                      + ".")
              .cites(
                  confirms(asked, w.dos, "Due " + due + "."),
                  confirms(sent, w.dos, "Sent " + w.day(sent.fact().at()) + "."));
      out.violated(cure(late));
      return;
    }
    var violation =
        new Violation(
                Cause.DOC_RECORDS_NOT_SENT,
                0,
                "226",
                "The payer asked for records"
                    + (due == null ? "" : ", due on " + due)
                    + "; none were sent.")
            .remark("N706")
            .cites(
                confirms(
                    asked,
                    w.dos,
                    "Records were requested" + (due == null ? "." : ", due " + due + ".")),
                confirms(Latest.last(w.payments), w.dos, "The payer reports that none came."));
    if (reported.says("252") && due != null && !w.today.isAfter(due)) {
      violation.summary = "The payer asks for records, due on " + due + ".";
    }
    out.violated(cure(violation));
  }

  private Violation cure(Violation violation) {
    return violation.cure(
        Kind.REMEDY,
        "documentation.recordsSent",
        "not sent",
        "sent in time",
        x -> Cured.of(x, Cause.DOC_RECORDS_NOT_SENT));
  }

  private Recorded<WorkEvent> last(String type) {
    return Latest.last(
        Latest.where(w.workEvents, e -> type.equals(e.type())).stream()
            .sorted(java.util.Comparator.comparing(e -> e.fact().at()))
            .toList());
  }

  /** The day by which records were due: as asked, else by the payer's rule. */
  private LocalDate due(Recorded<WorkEvent> asked) {
    if (asked != null && asked.fact().due() != null) {
      return asked.fact().due();
    }
    var rule = w.policies.one(w.payerId, "RECORDS", w.dos, r -> r.dueDays() != null);
    if (rule == null) {
      return null;
    }
    var first = Latest.first(w.payments);
    var from =
        asked != null
            ? w.day(asked.fact().at())
            : first == null ? null : first.fact().paymentDate();
    return from == null ? null : from.plusDays(rule.fact().rule().dueDays());
  }
}
