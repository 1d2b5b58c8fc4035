package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether codes, units and minutes of the lines fit the rules that the payer and the nation set.
 */
final class CodingExams {
  /** Modifiers that state a separate service. */
  static final Set<String> SEPARATE = Set.of("59", "XE", "XS", "XP", "XU", "25", "76", "77");

  private static final Set<String> THERAPY = Set.of("90832", "90834", "90837", "90845");

  private final World w;
  private final Reported reported;
  private final Findings out;

  private CodingExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
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
    var exams = new CodingExams(w, reported, out);
    for (var line : w.lines) {
      exams.minutes(line);
      exams.addOn(line);
      exams.pair(line);
      exams.units(line);
      exams.frequency(line);
      exams.newPatient(line);
    }
    TelehealthExams.examine(w, reported, out);
    DiagnosisExams.examine(w, reported, out);
    ReportedExams.examine(w, reported, out);
  }

  private Recorded<PayerPolicy> band(BilledLine line) {
    return w.policies.one(
        w.payerId, "TIME_BAND", line.serviceDate(), r -> line.procedure().equals(r.procedure()));
  }

  static boolean fits(Recorded<PayerPolicy> band, int minutes) {
    var r = band.fact().rule();
    return (r.minimumMinutes() == null || minutes >= r.minimumMinutes())
        && (r.maximumMinutes() == null || minutes <= r.maximumMinutes());
  }

  private void minutes(BilledLine line) {
    var band = band(line);
    if (band == null) {
      return;
    }
    if (w.encounter == null) {
      if (reported.says("150", "152", "226", "252", "50")) {
        out.cannotTest(Cause.CODE_TIME_CODE_MISMATCH, "the encounter");
      }
      return;
    }
    var minutes = w.minutes();
    if (minutes == null) {
      var violation =
          new Violation(
                  Cause.DOC_TIME_NOT_DOCUMENTED,
                  line.number(),
                  "16",
                  "The code is timed and the encounter documents no time.")
              .remark("N443")
              .cites(
                  confirms(
                      w.encounter, w.dos, "Neither minutes nor start and stop are documented."),
                  confirms(band, w.dos, "The code is timed."))
              .cure(
                  Kind.PREVENTION,
                  "documentation.minutes",
                  "not documented",
                  "documented",
                  x -> EligibilityExams.cured(x, Cause.DOC_TIME_NOT_DOCUMENTED));
      violation.denies =
          reported.says("N443", "150", "152", "226", "252", "50", "16", "112", "B12", "251");
      out.violated(violation);
      return;
    }
    out.refute(
        Cause.DOC_TIME_NOT_DOCUMENTED,
        "The minutes are documented.",
        refutes(w.encounter, w.dos, minutes + " minutes."));
    if (fits(band, minutes)) {
      out.refute(
          Cause.CODE_TIME_CODE_MISMATCH,
          "The minutes lie in the code's band.",
          refutes(w.encounter, w.dos, minutes + " minutes."),
          refutes(band, w.dos, "The band of " + line.procedure() + "."));
      return;
    }
    var right = supported(line, minutes);
    var violation =
        new Violation(
                Cause.CODE_TIME_CODE_MISMATCH,
                line.number(),
                "150",
                minutes
                    + " minutes are documented; "
                    + line.procedure()
                    + " needs "
                    + span(band)
                    + (right == null ? "." : "; they support " + right + "."))
            .cites(
                confirms(w.encounter, w.dos, minutes + " minutes are documented."),
                confirms(band, w.dos, line.procedure() + " needs " + span(band) + "."));
    if (right != null) {
      violation.cure(
          Kind.REMEDY,
          "claim.procedure",
          line.procedure(),
          right,
          x -> replaceLine(x, line.number(), l -> l.withProcedure(right)));
    }
    violation.denies =
        reported.says(
            "150", "152", "151", "226", "252", "50", "112", "B12", "251", "N163", "N206", "186",
            "N443", "N706", "216", "163", "164");
    out.violated(violation);
  }

  static String span(Recorded<PayerPolicy> band) {
    var r = band.fact().rule();
    return r.maximumMinutes() == null
        ? r.minimumMinutes() + " minutes or more"
        : r.minimumMinutes() + " to " + r.maximumMinutes() + " minutes";
  }

  /** The code of the same family whose band holds the minutes, or null. */
  private String supported(BilledLine line, int minutes) {
    var family = family(line.procedure());
    for (var code : family) {
      var band =
          w.policies.one(
              w.payerId, "TIME_BAND", line.serviceDate(), r -> code.equals(r.procedure()));
      if (band != null && fits(band, minutes)) {
        return code;
      }
    }
    return null;
  }

  private static List<String> family(String procedure) {
    for (var family :
        List.of(
            List.of("90832", "90834", "90837"),
            List.of("90833", "90836", "90838"),
            List.of("99202", "99203", "99204", "99205"),
            List.of("99212", "99213", "99214", "99215"))) {
      if (family.contains(procedure)) {
        return family;
      }
    }
    return List.of();
  }

  static World replaceLine(
      World x, int number, java.util.function.UnaryOperator<BilledLine> change) {
    x.lines = x.lines.stream().map(l -> l.number() == number ? change.apply(l) : l).toList();
    return x;
  }

  static World addModifiers(World x, Integer number, List<String> modifiers) {
    x.lines =
        x.lines.stream()
            .map(
                l -> {
                  if (number != null && l.number() != number) {
                    return l;
                  }
                  var all = new ArrayList<>(l.modifiers());
                  modifiers.stream().filter(m -> !all.contains(m)).forEach(all::add);
                  return l.withModifiers(all);
                })
            .toList();
    return x;
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
    out.violated(
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
                confirms(elsewhere, w.dos, "The base service stands on another claim."))
            .cure(
                Kind.REMEDY,
                "claim.procedure",
                line.procedure() + " alone",
                "with its base service",
                x -> EligibilityExams.cured(x, Cause.CODE_ADDON_NO_PRIMARY)));
  }

  private void pair(BilledLine line) {
    for (var rule :
        w.policies.every(
            w.payerId,
            "PROCEDURE_PAIR",
            line.serviceDate(),
            r -> line.procedure().equals(r.column2()))) {
      var r = rule.fact().rule();
      var onClaim =
          w.lines.stream()
              .anyMatch(
                  l ->
                      l.number() != line.number()
                          && Objects.equals(r.column1(), l.procedure())
                          && l.serviceDate().equals(line.serviceDate()));
      var sibling =
          w.siblings.stream()
              .filter(
                  s ->
                      Objects.equals(s.fact().payerId(), w.payerId)
                          && s.fact().lines().stream()
                              .anyMatch(
                                  l ->
                                      Objects.equals(r.column1(), l.procedure())
                                          && line.serviceDate().equals(l.serviceDate())))
              .findFirst()
              .orElse(null);
      if (!onClaim && sibling == null) {
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
      var separate =
          w.encounter != null && Boolean.TRUE.equals(w.encounter.fact().separateServices());
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
                      ? confirms(w.encounter, w.dos, "The encounter documents separate services.")
                      : null);
      if (Boolean.TRUE.equals(r.modifierAllowed()) && separate) {
        violation.cure(
            Kind.REMEDY,
            List.of(new Change("claim.modifiers", "as sent", "with 59")),
            x -> addModifiers(x, line.number(), List.of("59")));
      }
      out.violated(violation);
      return;
    }
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
                        && l.modifiers().stream().noneMatch(SEPARATE::contains))
            .map(BilledLine::units)
            .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
    if (sameDay.compareTo(limit) > 0) {
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
                  x -> replaceLine(x, line.number(), l -> l.withUnits(limit))));
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
                    x -> EligibilityExams.cured(x, Cause.CODE_FREQUENCY)));
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
                  x -> EligibilityExams.cured(x, Cause.CODE_FREQUENCY)));
    }
  }

  private void newPatient(BilledLine line) {
    var isNew = Set.of("99202", "99203", "99204", "99205").contains(line.procedure());
    if (!isNew) {
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
                    x -> replaceLine(x, line.number(), l -> l.withProcedure(established))));
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
                      x -> replaceLine(x, line.number(), l -> l.withProcedure(established))));
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
