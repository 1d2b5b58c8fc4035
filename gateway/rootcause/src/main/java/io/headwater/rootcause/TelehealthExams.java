package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.util.List;
import java.util.Set;

/** Whether place of service and modifiers say what happened, in the payer's way on that day. */
final class TelehealthExams {
  private static final Set<String> REMOTE_PLACES = Set.of("02", "10");
  private static final Set<String> REMOTE_MODIFIERS = Set.of("95", "93", "GT", "GQ", "FQ");

  private final World w;
  private final Reported reported;
  private final Findings out;

  private TelehealthExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  static void examine(World w, Reported reported, Findings out) {
    var exams = new TelehealthExams(w, reported, out);
    for (var line : w.lines) {
      if (!w.inQuestion(line)) {
        continue;
      }
      exams.modifiers(line);
      exams.place(line);
    }
  }

  private void modifiers(BilledLine line) {
    var level = w.licenseLevel();
    var others =
        w.policies.inForce(
            w.payerId,
            "MODIFIER",
            line.serviceDate(),
            r -> Policies.covers(r, line.procedure()) && !Policies.licensed(r, level));
    if (!others.isEmpty() && level == null && !w.dossier.answered(Owner.CREDENTIALING)) {
      out.cannotTest(Cause.CODE_MODIFIER_MISSING, Owner.CREDENTIALING.name());
      out.cannotTest(Cause.CODE_MODIFIER_INVALID, Owner.CREDENTIALING.name());
    } else if (!others.isEmpty()) {
      var text = "The payer's modifier rule speaks of other license levels.";
      out.refute(Cause.CODE_MODIFIER_MISSING, text, refutes(others.getFirst(), w.dos, text));
      out.refute(Cause.CODE_MODIFIER_INVALID, text, refutes(others.getFirst(), w.dos, text));
    }
    for (var rule :
        w.policies.inForce(
            w.payerId,
            "MODIFIER",
            line.serviceDate(),
            r -> Policies.covers(r, line.procedure()) && Policies.licensed(r, level))) {
      var missing =
          rule.fact().rule().requiredModifiers().stream().filter(m -> !line.has(m)).toList();
      var refused = rule.fact().rule().refusedModifiers().stream().filter(line::has).toList();
      if (!missing.isEmpty()) {
        missing(line, rule, missing);
      } else if (!rule.fact().rule().requiredModifiers().isEmpty()) {
        out.refute(
            Cause.CODE_MODIFIER_MISSING,
            "The modifiers the payer wants were sent.",
            refutes(rule, w.dos, "All are on the line."));
      }
      if (!refused.isEmpty()) {
        refused(line, rule, refused);
      }
    }
  }

  private void missing(BilledLine line, Recorded<PayerPolicy> rule, List<String> missing) {
    var violation =
        new Violation(
                Cause.CODE_MODIFIER_MISSING,
                line.number(),
                "4",
                "The payer wants modifier "
                    + String.join(" and ", missing)
                    + " on "
                    + line.procedure()
                    + "; it was not sent.")
            .remark("N822")
            .cites(
                confirms(rule, w.dos, "The rule asks for " + String.join(" and ", missing) + "."),
                confirms(
                    w.claim,
                    w.dos,
                    "The line carries "
                        + (line.modifiers().isEmpty()
                            ? "none."
                            : String.join(" ", line.modifiers()) + ".")))
            .cure(
                Kind.REMEDY,
                List.of(
                    new Change(
                        "claim.modifiers",
                        String.join(" ", line.modifiers()),
                        "with " + String.join(" ", missing))),
                x -> LineEdits.addModifiers(x, line.number(), missing));
    PolicyChanges.link(w, out, rule, violation);
    out.violated(violation);
  }

  private void refused(BilledLine line, Recorded<PayerPolicy> rule, List<String> refused) {
    var violation =
        new Violation(
                Cause.CODE_MODIFIER_INVALID,
                line.number(),
                "4",
                "The payer refuses modifier "
                    + String.join(" and ", refused)
                    + " on "
                    + line.procedure()
                    + ".")
            .remark("N519")
            .cites(
                confirms(rule, w.dos, "The rule refuses " + String.join(" and ", refused) + "."),
                confirms(w.claim, w.dos, "The line carries it."))
            .cure(
                Kind.REMEDY,
                List.of(
                    new Change(
                        "claim.modifiers",
                        String.join(" ", line.modifiers()),
                        "without " + String.join(" ", refused))),
                x -> without(x, line.number(), refused));
    PolicyChanges.link(w, out, rule, violation);
    out.violated(violation);
  }

  private static World without(World x, int number, List<String> refused) {
    return LineEdits.replaceLine(
        x,
        number,
        l -> l.withModifiers(l.modifiers().stream().filter(m -> !refused.contains(m)).toList()));
  }

  private void place(BilledLine line) {
    var remoteBilled =
        REMOTE_PLACES.contains(String.valueOf(line.placeOfService()))
            || line.modifiers().stream().anyMatch(REMOTE_MODIFIERS::contains);
    if (w.encounter == null) {
      if (reported.says("5", "58", "M77", "N428", "4")
          || remoteBilled && reported.says("96", "N776")) {
        out.cannotTest(Cause.CODE_POS_TELEHEALTH, "the encounter");
      }
      return;
    }
    var e = w.encounter.fact();
    var modality = String.valueOf(e.modality());
    if ("IN_PERSON".equals(modality)) {
      inPerson(line);
      return;
    }
    var home = "HOME".equals(e.patientLocation());
    var where = home ? "HOME" : "OTHER";
    var rules =
        w.policies.inForce(
            w.payerId,
            "TELEHEALTH",
            line.serviceDate(),
            r ->
                (r.modality() == null || modality.equals(r.modality()))
                    && (r.patientLocation() == null || where.equals(r.patientLocation()))
                    && Policies.licensed(r, w.licenseLevel()));
    var covering =
        rules.stream().filter(p -> Policies.covers(p.fact().rule(), line.procedure())).toList();
    if (covering.isEmpty()) {
      if (reported.says("5", "58", "M77", "4", "N776", "96")) {
        out.cannotTest(Cause.CODE_POS_TELEHEALTH, "the payer's telehealth rule");
        out.cannotTest(Cause.CODE_MODIFIER_MISSING, "the payer's telehealth rule");
      }
      return;
    }
    var rule =
        covering.stream().max(java.util.Comparator.comparing(Recorded::recordedAt)).orElseThrow();
    remote(line, rule, modality);
  }

  private void inPerson(BilledLine line) {
    if (REMOTE_PLACES.contains(String.valueOf(line.placeOfService()))) {
      out.violated(
          new Violation(
                  Cause.CODE_POS_TELEHEALTH,
                  line.number(),
                  "5",
                  "The visit was in person and billed with place of service "
                      + line.placeOfService()
                      + ".")
              .remark("M77")
              .cites(
                  confirms(w.encounter, w.dos, "The visit was in person."),
                  confirms(
                      w.claim,
                      w.dos,
                      "Billed with place of service " + line.placeOfService() + "."))
              .cure(
                  Kind.REMEDY,
                  "claim.placeOfService",
                  line.placeOfService(),
                  "11",
                  x -> LineEdits.replaceLine(x, line.number(), l -> l.withPlace("11"))));
    } else {
      out.refute(
          Cause.CODE_POS_TELEHEALTH,
          "The visit was in person and billed so.",
          refutes(w.encounter, w.dos, "In person."));
    }
    var wrong = line.modifiers().stream().filter(REMOTE_MODIFIERS::contains).toList();
    if (!wrong.isEmpty()) {
      out.violated(
          new Violation(
                  Cause.CODE_MODIFIER_INVALID,
                  line.number(),
                  "4",
                  "The visit was in person and billed with telehealth modifier "
                      + String.join(" ", wrong)
                      + ".")
              .remark("N519")
              .cites(
                  confirms(w.encounter, w.dos, "The visit was in person."),
                  confirms(w.claim, w.dos, "The line carries " + String.join(" ", wrong) + "."))
              .cure(
                  Kind.REMEDY,
                  List.of(
                      new Change(
                          "claim.modifiers",
                          String.join(" ", line.modifiers()),
                          "without " + String.join(" ", wrong))),
                  x -> without(x, line.number(), wrong)));
    }
  }

  private void remote(BilledLine line, Recorded<PayerPolicy> rule, String modality) {
    var r = rule.fact().rule();
    if (Boolean.FALSE.equals(r.covered())) {
      var violation =
          new Violation(
                  Cause.CODE_POS_TELEHEALTH,
                  line.number(),
                  "96",
                  "The payer does not cover "
                      + line.procedure()
                      + " by "
                      + modality.toLowerCase(java.util.Locale.ROOT)
                      + ".")
              .remark("N776")
              .cites(
                  confirms(rule, w.dos, "Not covered by " + modality + "."),
                  confirms(w.encounter, w.dos, "The visit was by " + modality + "."));
      PolicyChanges.link(w, out, rule, violation);
      out.violated(violation);
      return;
    }
    var places = r.placesOfService();
    if (!places.isEmpty()
        && line.placeOfService() != null
        && !places.contains(line.placeOfService())) {
      var violation =
          new Violation(
                  Cause.CODE_POS_TELEHEALTH,
                  line.number(),
                  "5",
                  "A visit by "
                      + modality.toLowerCase(java.util.Locale.ROOT)
                      + " was billed with place of service "
                      + line.placeOfService()
                      + "; the payer wants "
                      + String.join(" or ", places)
                      + ".")
              .remark("M77")
              .cites(
                  confirms(
                      w.encounter,
                      w.dos,
                      "By "
                          + modality
                          + ", patient at "
                          + Told.word(w.encounter.fact().patientLocation())
                          + "."),
                  confirms(rule, w.dos, "Place of service " + String.join(" or ", places) + "."),
                  confirms(w.claim, w.dos, "Billed with " + line.placeOfService() + "."))
              .cure(
                  Kind.REMEDY,
                  "claim.placeOfService",
                  line.placeOfService(),
                  places.getFirst(),
                  x ->
                      LineEdits.replaceLine(x, line.number(), l -> l.withPlace(places.getFirst())));
      PolicyChanges.link(w, out, rule, violation);
      out.violated(violation);
    } else if (line.placeOfService() != null) {
      out.refute(
          Cause.CODE_POS_TELEHEALTH,
          "The place of service is the one the payer wants.",
          refutes(rule, w.dos, "Billed with " + line.placeOfService() + "."));
    }
    var missing = r.requiredModifiers().stream().filter(m -> !line.has(m)).toList();
    var refused = r.refusedModifiers().stream().filter(line::has).toList();
    if (!missing.isEmpty()) {
      missing(line, rule, missing);
    } else if (!r.requiredModifiers().isEmpty()) {
      out.refute(
          Cause.CODE_MODIFIER_MISSING,
          "The modifiers the payer wants were sent.",
          refutes(rule, w.dos, "All are on the line."));
    }
    if (!refused.isEmpty()) {
      refused(line, rule, refused);
    } else if (!line.modifiers().isEmpty()) {
      out.refute(
          Cause.CODE_MODIFIER_INVALID,
          "No refused modifier was sent.",
          refutes(rule, w.dos, "None is refused."));
    }
  }
}
