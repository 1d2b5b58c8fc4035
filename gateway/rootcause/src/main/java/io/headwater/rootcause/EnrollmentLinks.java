package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Enrollment;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.DateRange;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An enrollment in force, and whether place, group and taxonomy of the claim are those enrolled.
 */
final class EnrollmentLinks {

  private EnrollmentLinks() {}

  static void examine(World w, Reported reported, Findings out, List<Recorded<Enrollment>> active) {
    var enrollment = active.getFirst();
    loading(w, reported, out, enrollment);
    location(w, out, active);
    group(w, reported, out);
    taxonomy(w, out, active);
  }

  /** Approved by the payer and not, or too late, on its files. */
  static void notLoaded(World w, Findings out, Recorded<Enrollment> enrollment) {
    var e = enrollment.fact();
    var violation =
        new Violation(
                Cause.CRED_APPROVED_NOT_LOADED,
                0,
                "B7",
                "The payer approved the enrollment effective "
                    + Told.day(e.effective())
                    + (e.loadedOn() == null
                        ? " and has not loaded it."
                        : " and loaded it only on " + e.loadedOn() + "."))
            .remark("N570")
            .cites(
                confirms(
                    enrollment,
                    w.dos,
                    "Approved "
                        + Told.day(e.approvedOn())
                        + ", effective "
                        + Told.day(e.effective())
                        + ", loaded "
                        + (e.loadedOn() == null ? "not yet" : e.loadedOn().toString())
                        + "."))
            .cure(
                Kind.REMEDY,
                "enrollment.status",
                "LOADED".equals(e.status()) ? "LOADED later" : e.status(),
                "LOADED",
                x ->
                    Cured.of(
                        EnrollmentDelays.inForce(x, enrollment, e.effective()),
                        Cause.CRED_APPROVED_NOT_LOADED));
    out.violated(violation);
    out.refute(
        Cause.CRED_NOT_ENROLLED,
        "The payer approved the enrollment.",
        refutes(enrollment, w.dos, "Approved " + Told.day(e.approvedOn()) + "."));
    out.refute(
        Cause.CRED_EFFECTIVE_AFTER_DOS,
        "The enrollment was effective on the date of service.",
        refutes(enrollment, w.dos, "Effective " + Told.day(e.effective()) + "."));
  }

  private static void loading(
      World w, Reported reported, Findings out, Recorded<Enrollment> enrollment) {
    var e = enrollment.fact();
    var first = Latest.first(w.payments);
    var adjudicated = first == null ? null : first.fact().paymentDate();
    var credential =
        reported.says("B7", "185", "183", "N570", "208", "147", "242", "N521", "38", "299", "170");
    if (e.loadedOn() != null
        && adjudicated != null
        && e.loadedOn().isAfter(adjudicated.minusDays(1))
        && credential) {
      notLoaded(w, out, enrollment);
    } else if (e.loadedOn() != null) {
      out.refute(
          Cause.CRED_APPROVED_NOT_LOADED,
          "The payer had loaded the enrollment.",
          refutes(enrollment, w.dos, "Loaded " + e.loadedOn() + "."));
    }
  }

  private static void location(World w, Findings out, List<Recorded<Enrollment>> active) {
    var place = w.encounter == null ? null : w.encounter.fact().locationId();
    var placed = active.stream().filter(e -> e.fact().locationId() != null).toList();
    var remote =
        w.encounter != null
            && Set.of("VIDEO", "AUDIO").contains(String.valueOf(w.encounter.fact().modality()));
    if (place == null || placed.size() < active.size() || placed.isEmpty()) {
      return;
    }
    if (placed.stream().noneMatch(e -> place.equals(e.fact().locationId())) && !remote) {
      out.violated(
          new Violation(
                  Cause.CRED_LOCATION_NOT_LINKED,
                  0,
                  "B7",
                  "The clinician is enrolled at "
                      + placed.getFirst().fact().locationId()
                      + " and not at "
                      + place
                      + ", where the visit took place.")
              .cites(
                  confirms(
                      placed.getFirst(),
                      w.dos,
                      "Enrolled at " + placed.getFirst().fact().locationId() + "."),
                  confirms(w.encounter, w.dos, "The visit took place at " + place + "."))
              .cure(
                  Kind.REMEDY,
                  "enrollment.locationId",
                  placed.getFirst().fact().locationId(),
                  place,
                  x -> Cured.of(x, Cause.CRED_LOCATION_NOT_LINKED)));
    } else {
      out.refute(
          Cause.CRED_LOCATION_NOT_LINKED,
          "The clinician is enrolled at the place of the visit.",
          refutes(placed.getFirst(), w.dos, "Enrolled at " + place + "."));
    }
  }

  /** Whether the payer's codes speak of the link of the clinician to the group. */
  static boolean spokenOf(Reported reported) {
    return reported.says("N198", "N516", "N55", "299", "MA112", "N521");
  }

  static void group(World w, Reported reported, Findings out) {
    var of =
        Latest.where(
            w.linkages,
            l -> w.renderingNpi.equals(l.npi()) && Objects.equals(l.payerId(), w.payerId));
    var spanning =
        of.stream()
            .filter(
                l -> new DateRange(l.fact().effective(), l.fact().termination()).contains(w.dos))
            .toList();
    var coded = spokenOf(reported);
    if (!spanning.isEmpty()) {
      var billed = w.claim == null ? null : w.claim.fact().billingTaxIdentifier();
      var linked = spanning.getFirst();
      if (billed != null
          && linked.fact().tin() != null
          && !billed.equals(linked.fact().tin())
          && coded) {
        missing(w, out, linked, "The link is to another tax identifier than the claim carries.");
        return;
      }
      out.refute(
          Cause.CRED_GROUP_LINK_MISSING,
          "The clinician was linked to the group at the payer.",
          refutes(linked, w.dos, "Linked from " + linked.fact().effective() + "."));
    } else if (!of.isEmpty()) {
      missing(w, out, of.getFirst(), "The link to the group does not span the date of service.");
    } else if (coded) {
      var provider = w.provider(w.renderingNpi);
      out.violated(
          link(w)
              .cites(
                  confirms(
                      provider == null ? w.claim : provider,
                      w.dos,
                      "No link of the clinician to the group at " + w.payerId + " is on file.")));
    }
  }

  private static void missing(World w, Findings out, Recorded<?> linkage, String statement) {
    out.violated(link(w).cites(confirms(linkage, w.dos, statement)));
  }

  private static Violation link(World w) {
    return new Violation(
            Cause.CRED_GROUP_LINK_MISSING,
            0,
            "B7",
            "The clinician was not linked to the group at the payer on the date of service.")
        .remark("N198")
        .cure(
            Kind.REMEDY,
            "groupLinkage.effective",
            "not in force",
            String.valueOf(w.dos),
            x -> Cured.of(x, Cause.CRED_GROUP_LINK_MISSING));
  }

  static void taxonomy(World w, Findings out, List<Recorded<Enrollment>> active) {
    if (w.renderingTaxonomy == null) {
      return;
    }
    var known = active.stream().filter(e -> e.fact().rosterTaxonomy() != null).toList();
    if (known.isEmpty()) {
      return;
    }
    if (known.stream().anyMatch(e -> w.renderingTaxonomy.equals(e.fact().rosterTaxonomy()))) {
      out.refute(
          Cause.CRED_TAXONOMY_MISMATCH,
          "The taxonomy on the claim is the one on the payer's roster.",
          refutes(
              known.getFirst(),
              w.dos,
              "Roster taxonomy " + known.getFirst().fact().rosterTaxonomy() + "."));
      return;
    }
    var enrollment = known.getFirst();
    var roster = enrollment.fact().rosterTaxonomy();
    var provider = w.provider(w.renderingNpi);
    var sentIsOwn =
        provider != null
            && provider.fact().taxonomies().stream()
                .anyMatch(t -> w.renderingTaxonomy.equals(t.code()));
    var violation =
        new Violation(
                Cause.CRED_TAXONOMY_MISMATCH,
                0,
                "16",
                "The claim carries taxonomy "
                    + w.renderingTaxonomy
                    + ", the payer's roster "
                    + roster
                    + ".")
            .remark("N288")
            .cites(
                confirms(enrollment, w.dos, "Roster taxonomy " + roster + "."),
                confirms(w.claim, w.dos, "The claim was sent with " + w.renderingTaxonomy + "."))
            .cure(
                Kind.REMEDY,
                List.of(new Change("claim.renderingTaxonomy", w.renderingTaxonomy, roster)),
                x -> {
                  x.renderingTaxonomy = roster;
                  return x;
                });
    if (sentIsOwn) {
      violation.cites(confirms(provider, w.dos, "The clinician also holds the taxonomy sent."));
    }
    out.violated(violation);
  }
}
