package io.headwater.gateway.why;

import io.headwater.gateway.why.WhyView.ActionView;
import io.headwater.rootcause.Difference;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import io.headwater.vocabulary.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** What changed between the answers known at two instants, as the query tells it. */
@Name("WhyChanged")
@Description("What changed between the answers known at two instants, and through which records.")
public record ChangedView(
    @NonNull String controlNumber,
    @NonNull Instant from,
    @NonNull Instant to,
    @Description("Whether anything that an answer tells is different.") @NonNull Boolean changed,
    @Description("Something changed because time passed, as when a window closed.") @NonNull
        Boolean timePassed,
    @Description("Something changed by outcomes of other claims confirmed in between.") @NonNull
        Boolean learned,
    @NonNull VerdictChange verdict,
    @NonNull List<@NonNull CauseChange> causes,
    @NonNull ActionChange action,
    @NonNull DeadlineChange deadline,
    @NonNull MoneyChange denied,
    @NonNull MoneyChange recoverable,
    @NonNull MoneyChange expectedValue,
    @Description(
            "Recorded after the first instant and not after the second, and bearing on the answer.")
        @NonNull
        List<@NonNull ThroughView> records) {

  /** How a cause changed. */
  @Enum("CauseChangeKind")
  public enum CauseChangeKind {
    ADDED,
    REMOVED,
    OTHER_ROLE,
    MORE_SURE,
    LESS_SURE
  }

  /** The verdict before and after; null where nothing was known. */
  @Name("VerdictChange")
  public record VerdictChange(Verdict before, Verdict after) {}

  /** A cause that is not told as before. */
  @Name("CauseChange")
  public record CauseChange(
      @NonNull String code,
      @NonNull CauseChangeKind kind,
      Role roleBefore,
      Role roleAfter,
      Double confidenceBefore,
      Double confidenceAfter) {}

  /** What was to be done, and what is. */
  @Name("ActionChange")
  public record ActionChange(ActionView before, ActionView after) {}

  /** The last day before and after. */
  @Name("DeadlineChange")
  public record DeadlineChange(LocalDate before, LocalDate after) {}

  /** Dollars before and after. */
  @Name("MoneyChange")
  public record MoneyChange(BigDecimal before, BigDecimal after) {}

  /** A version of a record through which the answer changed. */
  @Name("ChangeRecord")
  public record ThroughView(
      @NonNull Owner service,
      @NonNull String kind,
      @Description("The id of the record.") @NonNull String record,
      @NonNull Integer version,
      @NonNull Instant recordedAt,
      @Description("Where all versions of the record are.") @NonNull String url) {}

  /** The difference in the words of the query. */
  static ChangedView of(Difference d) {
    var before = d.action().before();
    var after = d.action().after();
    return new ChangedView(
        d.controlNumber(),
        d.from(),
        d.to(),
        d.changed(),
        d.timePassed(),
        d.learned(),
        new VerdictChange(d.verdict().before(), d.verdict().after()),
        d.causes().stream().map(ChangedView::cause).toList(),
        new ActionChange(
            before == null ? null : WhyViews.action(before),
            after == null ? null : WhyViews.action(after)),
        new DeadlineChange(
            before == null ? null : before.deadline(), after == null ? null : after.deadline()),
        new MoneyChange(d.denied().before(), d.denied().after()),
        new MoneyChange(
            before == null ? null : before.recoverable(),
            after == null ? null : after.recoverable()),
        new MoneyChange(
            before == null ? null : before.expectedValue(),
            after == null ? null : after.expectedValue()),
        d.records().stream().map(ChangedView::through).toList());
  }

  private static CauseChange cause(Difference.CauseChange c) {
    var kind =
        switch (c.kind()) {
          case ADDED -> CauseChangeKind.ADDED;
          case REMOVED -> CauseChangeKind.REMOVED;
          case OTHER_ROLE -> CauseChangeKind.OTHER_ROLE;
          case MORE_SURE -> CauseChangeKind.MORE_SURE;
          case LESS_SURE -> CauseChangeKind.LESS_SURE;
        };
    return new CauseChange(
        c.code().code(),
        kind,
        c.role().before(),
        c.role().after(),
        c.confidence().before(),
        c.confidence().after());
  }

  private static ThroughView through(Difference.Through r) {
    return new ThroughView(
        r.service(),
        r.kind(),
        r.record(),
        r.version(),
        r.recordedAt(),
        WhyViews.url(r.kind(), r.record()));
  }
}
