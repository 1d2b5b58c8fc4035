package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import java.util.List;

/** Whether the documented minutes support the code. */
final class TimeExams {

  private final World w;
  private final Reported reported;
  private final Findings out;

  private TimeExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
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

  static void examine(World w, Reported reported, Findings out, BilledLine line) {
    new TimeExams(w, reported, out).minutes(line);
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
                  x -> Cured.of(x, Cause.DOC_TIME_NOT_DOCUMENTED));
      violation.denies =
          reported.says("N443", "150", "152", "226", "252", "50", "16", "112", "B12", "251");
      out.violated(violation);
      out.cannotTest(Cause.CODE_TIME_CODE_MISMATCH, "the minutes of the visit");
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
      out.refute(
          Cause.CODE_LEVEL_UNSUPPORTED,
          "The level follows the minutes, and they support it.",
          refutes(w.encounter, w.dos, minutes + " minutes."));
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
          x -> LineEdits.replaceLine(x, line.number(), l -> l.withProcedure(right)));
    }
    violation.denies =
        reported.says(
            "150", "152", "151", "226", "252", "50", "112", "B12", "251", "N163", "N206", "186",
            "N443", "N706", "216", "163", "164");
    out.violated(violation);
  }

  static String span(Recorded<PayerPolicy> band) {
    var r = band.fact().rule();
    if (r.minimumMinutes() == null) {
      return "at most " + r.maximumMinutes() + " minutes";
    }
    return r.maximumMinutes() == null
        ? r.minimumMinutes() + " minutes or more"
        : r.minimumMinutes() + " to " + r.maximumMinutes() + " minutes";
  }

  /** The code of the same family whose band holds the minutes, the longest first, or null. */
  private String supported(BilledLine line, int minutes) {
    String right = null;
    var least = -1;
    for (var code : family(line)) {
      var band =
          w.policies.one(
              w.payerId, "TIME_BAND", line.serviceDate(), r -> code.equals(r.procedure()));
      if (band != null && fits(band, minutes) && least(band) > least) {
        right = code;
        least = least(band);
      }
    }
    return right;
  }

  private static int least(Recorded<PayerPolicy> band) {
    var minimum = band.fact().rule().minimumMinutes();
    return minimum == null ? 0 : minimum;
  }

  /** A family that names one code is of what that code turns into, and not the other way. */
  private List<String> family(BilledLine line) {
    var family =
        w.policies.one(
            w.payerId,
            "CODE_FAMILY",
            line.serviceDate(),
            r ->
                r.procedure() == null
                    ? r.procedures().contains(line.procedure())
                    : r.procedure().equals(line.procedure()));
    return family == null ? List.of() : family.fact().rule().procedures();
  }
}
