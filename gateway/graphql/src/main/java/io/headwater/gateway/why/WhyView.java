package io.headwater.gateway.why;

import io.headwater.rootcause.Diagnosis;
import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Fault;
import io.headwater.vocabulary.Handoff;
import io.headwater.vocabulary.Outcome;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Polarity;
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

/** Why a claim stands as it does, as the query tells it. */
@Name("WhyDenied")
@Description("Why a claim stands as it does, what would have paid, and what to do by when.")
public record WhyView(
    @NonNull String controlNumber,
    Verdict verdict,
    @NonNull CompletenessView completeness,
    @NonNull List<@NonNull LineView> lines,
    @Description("Best first.") @NonNull List<@NonNull CauseView> causes,
    @NonNull List<@NonNull RefutedView> refuted,
    @NonNull List<@NonNull UntestableView> untestable,
    @NonNull List<@NonNull CounterfactualView> counterfactuals,
    ActionView action,
    BlastRadiusView blastRadius,
    @NonNull List<@NonNull MomentView> timeline,
    @Description("What made an enrollment or an authorization late for the visit.") @NonNull
        List<@NonNull IdleView> idle,
    @Description("The joined facts themselves.") ClaimView claim) {

  /** How much of what could be asked was answered. */
  @Name("Completeness")
  public record CompletenessView(
      @Description("From 0 to 1.") @NonNull Double score,
      @NonNull List<@NonNull MissingView> missing) {}

  /** A service or record that could not be had. */
  @Name("Missing")
  public record MissingView(@NonNull Owner service, String reason) {}

  /** A service line; amounts in dollars. */
  @Name("Line")
  public record LineView(
      @NonNull Integer number,
      String procedure,
      @NonNull List<@NonNull String> modifiers,
      LocalDate serviceDate,
      BigDecimal charge,
      BigDecimal paid,
      BigDecimal denied,
      @NonNull List<@NonNull AdjustmentView> adjustments) {}

  /** A reduction with its remarks. */
  @Name("Adjustment")
  public record AdjustmentView(
      String group,
      String reason,
      BigDecimal amount,
      @NonNull List<@NonNull String> remarks,
      @Description("The reason in plain words; null for a code unknown to us.") String label,
      @Description("Each remark with its plain words; a code unknown to us as it came.") @NonNull
          List<@NonNull String> remarkLabels,
      @Description(
              "CORE scenario: 1 documentation, 2 data, 3 not covered, 4 not separately payable.")
          Integer scenario) {}

  /** A cause and the part it plays. */
  @Name("Cause")
  public record CauseView(
      @NonNull Integer rank,
      @NonNull String code,
      @NonNull Handoff handoff,
      @NonNull Role role,
      @NonNull Fault fault,
      @Description("The probability that it is at work, from 0 to 1.") @NonNull Double confidence,
      @NonNull String summary,
      @Description("Numbers of the service lines it explains.") @NonNull
          List<@NonNull Integer> lines,
      OriginView origin,
      @NonNull List<@NonNull EvidenceView> evidence) {}

  /** Where a chain began. */
  @Name("Origin")
  public record OriginView(LocalDate at, Owner service, String summary) {}

  /** A statement that a record bears out. */
  @Name("Evidence")
  public record EvidenceView(
      @NonNull String statement,
      @NonNull Polarity polarity,
      Owner service,
      String kind,
      @Description("The id of the cited record.") String record,
      Integer version,
      LocalDate validAt,
      Instant recordedAt,
      @Description("Where all versions of the cited record are.") String url) {}

  /** A cause that the records contradict. */
  @Name("Refuted")
  public record RefutedView(
      @NonNull String code, String reason, @NonNull List<@NonNull EvidenceView> evidence) {}

  /** A cause that could not be tested. */
  @Name("Untestable")
  public record UntestableView(@NonNull String code, String missing) {}

  /** Whether a change may be made now or would have had to be made then. */
  @Enum("CounterfactualKind")
  public enum CounterfactualKind {
    REMEDY,
    PREVENTION
  }

  /** What would have followed from other facts. */
  @Name("Counterfactual")
  public record CounterfactualView(
      @NonNull CounterfactualKind kind,
      @NonNull List<@NonNull ChangeView> changes,
      @NonNull Outcome outcome,
      BigDecimal allowed,
      BigDecimal paid,
      NextDenialView nextDenial) {}

  /** A fact set to another value. */
  @Name("Change")
  public record ChangeView(@NonNull String fact, String from, String to) {}

  /** The denial that waits behind a change. */
  @Name("NextDenial")
  public record NextDenialView(
      String reason, @NonNull List<@NonNull String> remarks, String cause) {}

  /** What to do, by when. */
  @Name("Action")
  public record ActionView(
      @NonNull ActionKind type,
      @NonNull List<@NonNull ActionKind> steps,
      LocalDate deadline,
      String basis,
      String policy,
      Double probability,
      BigDecimal recoverable,
      BigDecimal expectedValue,
      Integer effortMinutes,
      @NonNull List<@NonNull String> guardrails) {}

  /** What else the same cause touches. */
  @Name("BlastRadius")
  @Description("What else of the practice the first root touches.")
  public record BlastRadiusView(
      @Description("Other claims and unbilled visits for which nothing was paid.") @NonNull
          Integer openClaims,
      @NonNull Integer futureVisits,
      @Description("What the contracts allow for the open claims; else their charge.")
          BigDecimal amount) {}

  /** Days that a step of an enrollment or an authorization waited. */
  @Name("Idle")
  public record IdleView(
      @NonNull String step,
      @Description("INTERNAL is the practice, EXTERNAL the payer.") @NonNull Fault owner,
      @NonNull Integer days,
      @Description("Whether this visit would have been in time without them; null while undecided.")
          Boolean rescues,
      @NonNull String summary,
      @Description("All visits that the root touches, this one among them.") RescuedView fleet) {}

  /** Visits that would have been in time without the idle days, and those that would not. */
  @Name("Rescued")
  public record RescuedView(
      @NonNull Integer visits,
      @NonNull BigDecimal amount,
      @NonNull Integer visitsLost,
      @NonNull BigDecimal amountLost) {}

  /** Something that happened. */
  @Name("Moment")
  public record MomentView(Instant at, Owner service, @NonNull String event, String record) {}

  /** The answer of the diagnosis with the joined facts. */
  static WhyView of(Diagnosis d, ClaimView claim) {
    return WhyViews.view(d, claim);
  }
}
