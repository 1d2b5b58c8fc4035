package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
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
    var limit = BigDecimal.valueOf(rule.fact().rule().perDay());
    var sameDay = counted(line);
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

  /** The units that count against a limit of the day: a line told apart counts for itself only. */
  private BigDecimal counted(BilledLine line) {
    return apart(line)
        ? line.units()
        : w.lines.stream()
            .filter(
                l ->
                    l.procedure().equals(line.procedure())
                        && l.serviceDate().equals(line.serviceDate())
                        && !apart(l))
            .map(BilledLine::units)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean apart(BilledLine line) {
    return line.modifiers().stream().anyMatch(CodingExams.SEPARATE::contains);
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
      var days = new TreeSet<LocalDate>();
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
    oneOfSeveral(line);
  }

  /** Of some services one a day is paid, whichever it is. */
  private void oneOfSeveral(BilledLine line) {
    var rule =
        w.policies.one(
            w.payerId,
            "UNIT_LIMIT",
            line.serviceDate(),
            r ->
                r.procedure() == null
                    && Objects.equals(r.perDay(), 1)
                    && r.procedures().contains(line.procedure()));
    if (rule == null) {
      return;
    }
    var several = rule.fact().rule().procedures();
    var twice =
        w.siblings.stream()
            .filter(
                s ->
                    Objects.equals(s.fact().payerId(), w.payerId)
                        && !"7".equals(w.frequency)
                        && s.fact().lines().stream()
                            .anyMatch(
                                l ->
                                    several.contains(l.procedure())
                                        && line.serviceDate().equals(l.serviceDate())))
            .findFirst()
            .orElse(null);
    if (twice != null && reported.says("151", "B14", "119", "M86", "N640", "N435")) {
      out.violated(
          new Violation(
                  Cause.CODE_FREQUENCY,
                  line.number(),
                  "151",
                  "Two individual therapies were billed for one day.")
              .remark("M86")
              .cites(
                  confirms(rule, w.dos, "One individual therapy a day."),
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
    var rule =
        w.policies.one(
            w.payerId,
            "NEW_PATIENT",
            line.serviceDate(),
            r -> r.years() != null && r.procedures().contains(line.procedure()));
    if (rule == null) {
      return;
    }
    if (!w.dossier.answered(Owner.CREDENTIALING)) {
      out.cannotTest(Cause.CODE_NEW_PT, Owner.CREDENTIALING.name());
      return;
    }
    var from = line.serviceDate().minusYears(rule.fact().rule().years());
    var specialty = specialty(w.renderingNpi);
    for (var visit : w.encounters) {
      var v = visit.fact();
      if (within(v.serviceDate(), from, line)
          && (specialty == null
              || specialty(v.treatingNpi()) == null
              || specialty.equals(specialty(v.treatingNpi())))) {
        out.violated(
            established(line, rule, "seen on " + v.serviceDate())
                .cites(
                    confirms(
                        visit,
                        v.serviceDate(),
                        "Seen on " + v.serviceDate() + " in the same group and specialty.")));
        return;
      }
    }
    for (var sibling : w.siblings) {
      for (var other : sibling.fact().lines()) {
        if (within(other.serviceDate(), from, line)
            && (specialty == null || specialty.equals(specialty(sibling.fact().renderingNpi())))) {
          out.violated(
              established(line, rule, "billed for " + other.serviceDate())
                  .cites(
                      confirms(
                          sibling,
                          other.serviceDate(),
                          "Billed for " + other.serviceDate() + ".")));
          return;
        }
      }
    }
    out.refute(
        Cause.CODE_NEW_PT,
        "No visit in the " + rule.fact().rule().years() + " years before is on file.",
        refutes(w.encounter == null ? w.claim : w.encounter, w.dos, "The first visit on file."));
  }

  private static boolean within(LocalDate visit, LocalDate from, BilledLine line) {
    return visit != null && visit.isBefore(line.serviceDate()) && !visit.isBefore(from);
  }

  private Violation established(BilledLine line, Recorded<PayerPolicy> rule, String seen) {
    var r = rule.fact().rule();
    var violation =
        new Violation(
                Cause.CODE_NEW_PT,
                line.number(),
                "B16",
                "The patient was "
                    + seen
                    + ", within "
                    + r.years()
                    + " years; a new-patient code does not apply.")
            .cites(
                confirms(rule, w.dos, "New is who was not seen for " + r.years() + " years."),
                confirms(w.claim, w.dos, line.procedure() + " was billed."));
    var at = r.procedures().indexOf(line.procedure());
    if (at < r.established().size()) {
      var code = r.established().get(at);
      violation.cure(
          Kind.REMEDY,
          "claim.procedure",
          line.procedure(),
          code,
          x -> LineEdits.replaceLine(x, line.number(), l -> l.withProcedure(code)));
    }
    return violation;
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
