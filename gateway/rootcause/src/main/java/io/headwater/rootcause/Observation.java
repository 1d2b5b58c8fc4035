package io.headwater.rootcause;

import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.vocabulary.Owner;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A statement about the records that bears on how likely a cause is; {@code likelihoods.tsv} says
 * how much. Each is yes, no, or null where it cannot be told.
 */
enum Observation {
  /** Whether the rule in force on the day asks for an authorization of every line. */
  AUTHORIZATION_REQUIRED("authorization.required"),
  /** Whether a rule of the payer began in the sixty days before the visit. */
  RULE_CHANGED("rule.changed-lately"),
  /** Whether the payer answered active within three days of the visit. */
  CHECK_ACTIVE("check.active"),
  /** Whether an answer of the payer names another for the behavioral benefit. */
  CHECK_NAMES_ANOTHER("check.names-another"),
  /** Whether anybody asked in the thirty days before the visit. */
  CHECK_RECENT("check.recent"),
  /** Whether the payer took the claim into adjudication within its filing limit. */
  ACCEPTED_IN_TIME("filing.accepted-in-time"),
  /** Whether a rejection lay for longer than two working days and the weekend between. */
  REJECTED_AND_IDLE("filing.rejected-and-idle"),
  /** Whether the note was signed when half of the filing limit was over. */
  NOTE_SIGNED_LATE("note.signed-late"),
  /** Whether who treated is an associate. */
  ASSOCIATE("license.associate"),
  /** Whether who treated may prescribe. */
  PRESCRIBER("license.prescriber");

  private static final int LATELY = 60;
  private static final long WORKED_DAYS = 4;
  private static final Set<String> ELSEWHERE = Set.of("U", "R", "MC", "N");

  private final String evidence;

  Observation(String evidence) {
    this.evidence = evidence;
  }

  private Boolean of(World w) {
    return switch (this) {
      case AUTHORIZATION_REQUIRED -> authorizationRequired(w);
      case RULE_CHANGED -> ruleChanged(w);
      case CHECK_ACTIVE -> checked(w, 3, c -> "ACTIVE".equals(c.result()));
      case CHECK_NAMES_ANOTHER -> checked(w, 400, Observation::namesAnother);
      case CHECK_RECENT -> checked(w, 30, c -> !"PAYER_UNAVAILABLE".equals(c.result()));
      case ACCEPTED_IN_TIME -> acceptedInTime(w);
      case REJECTED_AND_IDLE -> rejectedAndIdle(w);
      case NOTE_SIGNED_LATE -> noteSignedLate(w);
      case ASSOCIATE -> licensed(w, Set.of("ASSOCIATE"));
      case PRESCRIBER -> licensed(w, Set.of("MD", "DO", "PMHNP", "PA"));
    };
  }

  /** Its name in the table. */
  String evidence() {
    return evidence;
  }

  /** What can be told of a world. */
  static Map<Observation, Boolean> all(World w) {
    var seen = new EnumMap<Observation, Boolean>(Observation.class);
    if (w.dos == null || !w.dated) {
      return seen;
    }
    for (var observation : values()) {
      var told = observation.of(w);
      if (told != null) {
        seen.put(observation, told);
      }
    }
    return seen;
  }

  private static Boolean authorizationRequired(World w) {
    if (!w.dossier.answered(Owner.CLAIMS) || w.lines.isEmpty()) {
      return null;
    }
    Boolean required = null;
    for (var line : w.lines) {
      var rule = AuthorizationRules.rule(w, line);
      if (rule == null || rule.fact().rule().required() == null) {
        return null;
      }
      required = AuthorizationRules.required(w, rule, line) || Boolean.TRUE.equals(required);
    }
    return required;
  }

  private static Boolean ruleChanged(World w) {
    if (!w.dossier.answered(Owner.CLAIMS)) {
      return null;
    }
    return w.dossier.policies().stream()
        .map(Recorded::fact)
        .anyMatch(
            p ->
                Objects.equals(p.payerId(), w.payerId)
                    && p.version() != null
                    && p.version() > 1
                    && within(p.effective(), w.dos.minusDays(LATELY), w.dos));
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
    return day != null && !day.isBefore(from) && !day.isAfter(to);
  }

  private static Boolean checked(World w, int days, Predicate<EligibilityCheck> so) {
    if (!w.dossier.answered(Owner.ELIGIBILITY)) {
      return null;
    }
    return w.checks.stream()
        .map(Recorded::fact)
        .filter(c -> Objects.equals(c.payerId(), w.payerId))
        .filter(c -> within(w.day(c.requestedAt()), w.dos.minusDays(days), w.dos))
        .anyMatch(so);
  }

  private static boolean namesAnother(EligibilityCheck check) {
    return check.benefits().stream()
        .anyMatch(
            b ->
                (ELSEWHERE.contains(String.valueOf(b.information()))
                        || !b.relatedEntities().isEmpty())
                    && b.serviceTypes().stream().anyMatch(CarveOuts::behavioral));
  }

  private static Boolean acceptedInTime(World w) {
    if (!w.dossier.answered(Owner.CLAIMS)) {
      return null;
    }
    var limit = FilingLimit.limitOf(w);
    return limit == null
        ? null
        : w.acknowledgments.stream()
            .filter(a -> Submissions.accepts(a.fact()))
            .map(a -> a.fact().receivedOn() == null ? w.day(a.recordedAt()) : a.fact().receivedOn())
            .anyMatch(day -> !day.isAfter(limit.last()));
  }

  private static Boolean rejectedAndIdle(World w) {
    if (!w.dossier.answered(Owner.CLAIMS)) {
      return null;
    }
    var limit = FilingLimit.limitOf(w);
    if (limit == null || w.submittedOn == null) {
      return null;
    }
    var rejected = Rejections.rejectedInTime(w, limit);
    return rejected != null && Rejections.idle(w, rejected) > WORKED_DAYS;
  }

  private static Boolean noteSignedLate(World w) {
    if (w.encounter == null
        || w.encounter.fact().note() == null
        || w.encounter.fact().note().signedAt() == null) {
      return null;
    }
    var limit = FilingLimit.limitOf(w);
    if (limit == null) {
      return null;
    }
    var days = java.time.temporal.ChronoUnit.DAYS.between(w.dos, limit.last());
    return w.day(w.encounter.fact().note().signedAt()).isAfter(w.dos.plusDays(days / 2));
  }

  private static Boolean licensed(World w, Set<String> levels) {
    var level = w.licenseLevel();
    return level == null ? null : levels.contains(level);
  }
}
