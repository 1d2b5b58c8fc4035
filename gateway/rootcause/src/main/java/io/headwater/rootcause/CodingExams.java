package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.Encounter;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whether codes, units and minutes of the lines fit the rules that the payer and the nation set.
 */
final class CodingExams {
  /** Modifiers that state a separate service. */
  static final Set<String> SEPARATE = Set.of("59", "XE", "XS", "XP", "XU", "25", "76", "77");

  private final World w;
  private final Findings out;

  private CodingExams(World w, Findings out) {
    this.w = w;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    if (!w.dossier.answered(Owner.CLAIMS)) {
      for (var cause : Cause.values()) {
        if (cause.code().startsWith("CODE.")) {
          out.cannotTest(cause, Owner.CLAIMS.name());
        }
      }
      return;
    }
    var exams = new CodingExams(w, out);
    for (var line : w.lines) {
      if (!w.inQuestion(line)) {
        continue;
      }
      TimeExams.examine(w, reported, out, line);
      exams.addOn(line);
      exams.pair(line);
      UnitExams.examine(w, reported, out, line);
      CodeSetExams.examine(w, reported, out, line);
    }
    TelehealthExams.examine(w, reported, out);
    DiagnosisExams.examine(w, reported, out);
  }

  private void addOn(BilledLine line) {
    var rule =
        w.policies.one(
            w.payerId, "ADD_ON", line.serviceDate(), r -> line.procedure().equals(r.procedure()));
    if (rule == null) {
      return;
    }
    var primaries = rule.fact().rule().primaries();
    var here =
        w.lines.stream()
            .filter(
                l ->
                    primaries.contains(l.procedure()) && l.serviceDate().equals(line.serviceDate()))
            .findFirst();
    if (here.isPresent()) {
      out.refute(
          Cause.CODE_ADDON_NO_PRIMARY,
          "The base service is on the claim.",
          refutes(
              w.claim,
              w.dos,
              here.get().procedure() + " is billed on line " + here.get().number() + "."));
      return;
    }
    var elsewhere =
        w.siblings.stream()
            .filter(
                s ->
                    Objects.equals(s.fact().payerId(), w.payerId)
                        && s.fact().lines().stream()
                            .anyMatch(
                                l ->
                                    primaries.contains(l.procedure())
                                        && line.serviceDate().equals(l.serviceDate())))
            .findFirst()
            .orElse(null);
    var violation =
        new Violation(
                Cause.CODE_ADDON_NO_PRIMARY,
                line.number(),
                "107",
                "The add-on "
                    + line.procedure()
                    + (elsewhere == null
                        ? " was billed without its base service."
                        : " was billed on another claim than its base service."))
            .remark("N122")
            .cites(
                confirms(
                    w.claim, w.dos, "No base service of " + line.procedure() + " is on the claim."),
                confirms(
                    rule, w.dos, "The add-on needs one of " + primaries.size() + " base services."),
                confirms(elsewhere, w.dos, "The base service stands on another claim."));
    var beside =
        w.lines.stream()
            .anyMatch(
                l -> l.number() != line.number() && l.serviceDate().equals(line.serviceDate()));
    if (elsewhere != null || !beside) {
      violation.cure(
          Kind.REMEDY,
          "claim.procedure",
          line.procedure() + " alone",
          "with its base service",
          x -> Cured.of(x, Cause.CODE_ADDON_NO_PRIMARY));
    }
    out.violated(violation);
  }

  /**
   * Whether another service was billed that day; the shipped pairs are too few to tell that none of
   * the nation's holds the two.
   */
  private boolean beside(BilledLine line) {
    for (var other : w.lines) {
      if (other.number() != line.number() && line.serviceDate().equals(other.serviceDate())) {
        return true;
      }
    }
    for (var sibling : w.siblings) {
      for (var other : sibling.fact().lines()) {
        if (line.serviceDate().equals(other.serviceDate())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean onClaim(BilledLine line, String procedure) {
    for (var other : w.lines) {
      if (other.number() != line.number()
          && Objects.equals(procedure, other.procedure())
          && line.serviceDate().equals(other.serviceDate())) {
        return true;
      }
    }
    return false;
  }

  /** Another claim to the same payer that bills a procedure for the line's day, or null. */
  private Recorded<Claim> sibling(BilledLine line, String procedure) {
    for (var sibling : w.siblings) {
      if (Objects.equals(sibling.fact().payerId(), w.payerId)) {
        for (var other : sibling.fact().lines()) {
          if (Objects.equals(procedure, other.procedure())
              && line.serviceDate().equals(other.serviceDate())) {
            return sibling;
          }
        }
      }
    }
    return null;
  }

  /** The visit of the pair's other code, where it was another visit than the line's; or null. */
  private Recorded<Encounter> otherVisit(
      BilledLine line, String procedure, Recorded<Claim> sibling) {
    var mine = w.visits.getOrDefault(line.number(), w.encounter);
    if (mine == null) {
      return null;
    }
    for (var other : w.lines) {
      var visit = w.visits.get(other.number());
      if (visit != null
          && !visit.id().equals(mine.id())
          && Objects.equals(procedure, other.procedure())
          && line.serviceDate().equals(other.serviceDate())) {
        return visit;
      }
    }
    return sibling == null
        ? null
        : w.encounters.stream()
            .filter(e -> !e.id().equals(mine.id()))
            .filter(e -> line.serviceDate().equals(e.fact().serviceDate()))
            .filter(
                e ->
                    sibling.fact().controlNumber().equals(e.fact().controlNumber())
                        || e.fact().controlNumbers().contains(sibling.fact().controlNumber()))
            .findFirst()
            .orElse(null);
  }

  private void pair(BilledLine line) {
    var outside =
        w.policies.outside(
            w.payerId,
            "PROCEDURE_PAIR",
            line.serviceDate(),
            r -> line.procedure().equals(r.column2()));
    if (outside != null) {
      out.refute(
          Cause.CODE_NCCI_PAIR,
          "The pair was not in force on the date of service.",
          refutes(outside, w.dos, "In force from " + outside.fact().effective() + "."));
    }
    for (var rule :
        w.policies.every(
            w.payerId,
            "PROCEDURE_PAIR",
            line.serviceDate(),
            r -> line.procedure().equals(r.column2()))) {
      var r = rule.fact().rule();
      var onClaim = onClaim(line, r.column1());
      var sibling = sibling(line, r.column1());
      if (!onClaim && sibling == null) {
        if (out.settled(Cause.CODE_NCCI_PAIR) || NationalRules.ships(rule) && beside(line)) {
          continue;
        }
        out.refute(
            Cause.CODE_NCCI_PAIR,
            "The other code of the pair was not billed that day.",
            refutes(rule, w.dos, "No " + r.column1() + " that day."));
        continue;
      }
      if (Boolean.TRUE.equals(r.modifierAllowed())
          && line.modifiers().stream().anyMatch(SEPARATE::contains)) {
        out.refute(
            Cause.CODE_NCCI_PAIR,
            "A modifier states that the service was separate.",
            refutes(w.claim, w.dos, "The modifier was sent."));
        continue;
      }
      var other = otherVisit(line, r.column1(), sibling);
      var separate =
          other != null
              || w.encounter != null && Boolean.TRUE.equals(w.encounter.fact().separateServices());
      var violation =
          new Violation(
                  Cause.CODE_NCCI_PAIR,
                  line.number(),
                  "97",
                  line.procedure()
                      + " is not paid beside "
                      + r.column1()
                      + " on the same day"
                      + (Boolean.TRUE.equals(r.modifierAllowed())
                          ? " unless it was a separate service."
                          : "."))
              .remark("M80")
              .cites(
                  confirms(
                      rule,
                      w.dos,
                      "The pair "
                          + r.column1()
                          + " and "
                          + line.procedure()
                          + (Boolean.TRUE.equals(r.modifierAllowed())
                              ? ", modifier allowed."
                              : ", no modifier allowed.")),
                  confirms(
                      w.claim,
                      w.dos,
                      "Both were billed without a modifier that states a separate service."),
                  confirms(sibling, w.dos, "The other code stands on another claim."),
                  separate
                      ? confirms(
                          w.encounter,
                          w.dos,
                          other == null
                              ? "The encounter documents separate services."
                              : "A visit of its own.")
                      : null,
                  confirms(other, w.dos, "The other code was a visit of its own."));
      if (Boolean.TRUE.equals(r.modifierAllowed()) && separate) {
        violation.cure(
            Kind.REMEDY,
            List.of(new Change("claim.modifiers", "as sent", "with 59")),
            x -> LineEdits.addModifiers(x, line.number(), List.of("59")));
      }
      out.violated(violation);
      return;
    }
  }
}
