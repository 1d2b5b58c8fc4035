package io.headwater.rootcause;

import io.headwater.rootcause.fact.Acknowledgment;
import io.headwater.rootcause.fact.WorkEvent;
import java.time.temporal.ChronoUnit;

/** How long rejections of a claim lay before somebody worked them. */
final class Rejections {

  private Rejections() {}

  /** Of the rejections within the limit the one that lay longest, or null. */
  static Recorded<Acknowledgment> rejectedInTime(World w, FilingLimit.Limit limit) {
    return Latest.where(
            w.acknowledgments,
            a ->
                Submissions.rejects(a)
                    && a.receivedOn() != null
                    && !a.receivedOn().isAfter(limit.last()))
        .stream()
        .max(java.util.Comparator.comparing(r -> idle(w, r)))
        .orElse(null);
  }

  static long idle(World w, Recorded<Acknowledgment> rejected) {
    var touched = touched(w, rejected);
    var until = touched == null ? w.submittedOn : w.day(touched.fact().at());
    return ChronoUnit.DAYS.between(rejected.fact().receivedOn(), until);
  }

  /** The work item of a rejection: the first opened on or after its day, else the last. */
  static Recorded<WorkEvent> opened(World w, Recorded<Acknowledgment> rejected) {
    var of =
        Latest.where(w.workEvents, e -> "REJECTION_OPENED".equals(e.type()) && e.at() != null)
            .stream()
            .sorted(java.util.Comparator.comparing(e -> e.fact().at()))
            .toList();
    return of.stream()
        .filter(e -> !w.day(e.fact().at()).isBefore(rejected.fact().receivedOn()))
        .findFirst()
        .orElse(Latest.last(of));
  }

  static Recorded<WorkEvent> touched(World w, Recorded<Acknowledgment> rejected) {
    return Latest.first(
        Latest.where(
                w.workEvents,
                e ->
                    !"REJECTION_OPENED".equals(e.type())
                        && e.at() != null
                        && !w.day(e.at()).isBefore(rejected.fact().receivedOn()))
            .stream()
            .sorted(java.util.Comparator.comparing(e -> e.fact().at()))
            .toList());
  }
}
