package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Whether units and frequency lie within what is paid, and new patients are new. */
final class UnitExams {

  private final World w;
  private final Reported reported;
  private final Findings out;

  private UnitExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  private static final Set<String> THERAPY = Set.of("90832", "90834", "90837", "90845");

  static void examine(World w, Reported reported, Findings out, BilledLine line) {
    var exams = new UnitExams(w, reported, out);
    exams.units(line);
    exams.frequency(line);
    exams.newPatient(line);
  }

  private void units(BilledLine line) {
    var rule =
        w.policies.one(
            w.payerId,
            "UNIT_LIMIT",
            line.serviceDate(),
            r -> line.procedure().equals(r.procedure()) && r.perDay() != null);
    if (rule == null) {
      return;
    }
    var limit = java.math.BigDecimal.valueOf(rule.fact().rule().perDay());
    var sameDay =
        w.lines.stream()
            .filter(
                l ->
                    l.procedure().equals(line.procedure())
                        && l.serviceDate().equals(line.serviceDate())
                        && l.modifiers().stream().noneMatch(CodingExams.SEPARATE::contains))
            .map(BilledLine::units)
            .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
    if (sameDay.compareTo(limit) > 0 && line.units().compareTo(limit) <= 0) {
      out.violated(
          new Violation(
                  Cause.CODE_FREQUENCY,
                  line.number(),
                  "B14",
                  line.procedure()
                      + " was billed more often for a day than the "
                      + limit
                      + " paid.")
              .remark("M86")
              .cites(
                  confirms(rule, w.dos, "At most " + limit + " a day."),
                  confirms(w.claim, w.dos, sameDay + " were billed for the day."))
              .cure(
                  Kind.PREVENTION,
                  "schedule.serviceDate",
                  w.dos.toString(),
                  "another day",
                  x -> Cured.of(x, Cause.CODE_FREQUENCY)));
    } else if (sameDay.compareTo(limit) > 0) {
      out.violated(
          new Violation(
                  Cause.CODE_MUE_UNITS,
                  line.number(),
                  "151",
                  sameDay
                      + " units of "
                      + line.procedure()
                      + " were billed for a day; the limit is "
                      + limit
                      + ".")
              .remark("N362")
              .cites(
                  confirms(rule, w.dos, "At most " + limit + " a day."),
                  confirms(w.claim, w.dos, sameDay + " units were billed."))
              .cure(
                  Kind.REMEDY,
                  "claim.units",
                  sameDay.toPlainString(),
                  limit.toPlainString(),
                  x -> LineEdits.replaceLine(x, line.number(), l -> l.withUnits(limit))));
    } else {
      out.refute(
          Cause.CODE_MUE_UNITS,
          "The units lie within the daily limit.",
          refutes(rule, w.dos, sameDay + " of " + limit + "."));
    }
  }

  private void frequency(BilledLine line) {
    var rule =
        w.policies.one(
            w.payerId,
            "UNIT_LIMIT",
            line.serviceDate(),
            r ->
                line.procedure().equals(r.procedure())
                    && r.perPeriod() != null
                    && r.perPeriod().count() != null
                    && r.perPeriod().days() != null);
    if (rule != null) {
      var period = rule.fact().rule().perPeriod();
      var from = line.serviceDate().minusDays(period.days() - 1L);
      var days = new TreeSet<java.time.LocalDate>();
      Recorded<?> cited = null;
      for (var sibling : w.siblings) {
        for (var other : sibling.fact().lines()) {
          if (line.procedure().equals(other.procedure())
              && other.serviceDate() != null
              && !other.serviceDate().isBefore(from)
              && other.serviceDate().isBefore(line.serviceDate())) {
            days.add(other.serviceDate());
            cited = sibling;
          }
        }
      }
      if (days.size() + 1 > period.count()) {
        out.violated(
            new Violation(
                    Cause.CODE_FREQUENCY,
                    line.number(),
                    "151",
                    line.procedure()
                        + " was billed "
                        + (days.size() + 1)
                        + " times in "
                        + period.days()
                        + " days; the limit is "
                        + period.count()
                        + ".")
                .remark("N435")
                .cites(
                    confirms(
                        rule,
                        w.dos,
                        "At most " + period.count() + " in " + period.days() + " days."),
                    confirms(cited, w.dos, "An earlier service in the period."))
                .cure(
                    Kind.PREVENTION,
                    "schedule.serviceDate",
                    w.dos.toString(),
                    "after the period",
                    x -> Cured.of(x, Cause.CODE_FREQUENCY)));
      } else {
        out.refute(
            Cause.CODE_FREQUENCY,
            "The number of services lies within the limit.",
            refutes(rule, w.dos, (days.size() + 1) + " of " + period.count() + "."));
      }
      return;
    }
    var twice =
        w.siblings.stream()
            .filter(
                s ->
                    Objects.equals(s.fact().payerId(), w.payerId)
                        && !"7".equals(w.frequency)
                        && s.fact().lines().stream()
                            .anyMatch(
                                l ->
                                    THERAPY.contains(l.procedure())
                                        && line.serviceDate().equals(l.serviceDate())))
            .findFirst()
            .orElse(null);
    if (THERAPY.contains(line.procedure())
        && twice != null
        && reported.says("151", "B14", "119", "M86", "N640", "N435")) {
      out.violated(
          new Violation(
                  Cause.CODE_FREQUENCY,
                  line.number(),
                  "151",
                  "Two individual therapies were billed for one day.")
              .remark("M86")
              .cites(
                  confirms(twice, w.dos, "Another individual therapy the same day."),
                  confirms(w.claim, w.dos, "This claim bills " + line.procedure() + "."))
              .cure(
                  Kind.PREVENTION,
                  "schedule.serviceDate",
                  w.dos.toString(),
                  "another day",
                  x -> Cured.of(x, Cause.CODE_FREQUENCY)));
    }
  }

  private void newPatient(BilledLine line) {
    var isNew = Set.of("99202", "99203", "99204", "99205").contains(line.procedure());
    if (!isNew) {
      return;
    }
    if (!w.dossier.answered(Owner.CREDENTIALING)) {
      out.cannotTest(Cause.CODE_NEW_PT, Owner.CREDENTIALING.name());
      return;
    }
    var specialty = specialty(w.renderingNpi);
    for (var visit : w.encounters) {
      var v = visit.fact();
      if (v.serviceDate() != null
          && v.serviceDate().isBefore(line.serviceDate())
          && !v.serviceDate().isBefore(line.serviceDate().minusYears(3))
          && (specialty == null
              || specialty(v.treatingNpi()) == null
              || specialty.equals(specialty(v.treatingNpi())))) {
        var established = "9921" + Math.max(2, Integer.parseInt(line.procedure().substring(4)));
        out.violated(
            new Violation(
                    Cause.CODE_NEW_PT,
                    line.number(),
                    "B16",
                    "The patient was seen on "
                        + v.serviceDate()
                        + ", within three years; a new-patient code does not apply.")
                .cites(
                    confirms(
                        visit,
                        v.serviceDate(),
                        "Seen on " + v.serviceDate() + " in the same group and specialty."),
                    confirms(w.claim, w.dos, line.procedure() + " was billed."))
                .cure(
                    Kind.REMEDY,
                    "claim.procedure",
                    line.procedure(),
                    established,
                    x ->
                        LineEdits.replaceLine(
                            x, line.number(), l -> l.withProcedure(established))));
        return;
      }
    }
    for (var sibling : w.siblings) {
      for (var other : sibling.fact().lines()) {
        if (other.serviceDate() != null
            && other.serviceDate().isBefore(line.serviceDate())
            && !other.serviceDate().isBefore(line.serviceDate().minusYears(3))
            && (specialty == null || specialty.equals(specialty(sibling.fact().renderingNpi())))) {
          var established = "9921" + Math.max(2, Integer.parseInt(line.procedure().substring(4)));
          out.violated(
              new Violation(
                      Cause.CODE_NEW_PT,
                      line.number(),
                      "B16",
                      "The patient was billed for "
                          + other.serviceDate()
                          + ", within three years; a new-patient code does not apply.")
                  .cites(
                      confirms(
                          sibling, other.serviceDate(), "Billed for " + other.serviceDate() + "."),
                      confirms(w.claim, w.dos, line.procedure() + " was billed."))
                  .cure(
                      Kind.REMEDY,
                      "claim.procedure",
                      line.procedure(),
                      established,
                      x ->
                          LineEdits.replaceLine(
                              x, line.number(), l -> l.withProcedure(established))));
          return;
        }
      }
    }
    out.refute(
        Cause.CODE_NEW_PT,
        "No visit in the three years before is on file.",
        refutes(w.encounter, w.dos, "The first visit on file."));
  }

  private String specialty(String npi) {
    var provider = w.provider(npi);
    return provider == null
        ? null
        : provider.fact().taxonomies().stream()
            .findFirst()
            .map(io.headwater.rootcause.fact.Taxonomy::code)
            .orElse(null);
  }
}
