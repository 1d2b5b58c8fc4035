package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Provider;
import io.headwater.vocabulary.Cause;

/** Whether the clinician's attestation was current on the date of service. */
final class AttestationExams {

  private final World w;
  private final Reported reported;
  private final Findings out;

  private AttestationExams(World w, Reported reported, Findings out) {
    this.w = w;
    this.reported = reported;
    this.out = out;
  }

  /**
   * The version of the clinician's record whose attestation held on the date of service, else the
   * last that was made before it, else the latest; null when none is on file.
   */
  private Recorded<Provider> attested() {
    var of =
        Latest.where(
            w.dossier.providers(),
            p ->
                w.renderingNpi.equals(p.npi()) && p.caqh() != null && p.caqh().nextDueOn() != null);
    Recorded<Provider> made = null;
    for (var version : of) {
      var c = version.fact().caqh();
      if (c.lastAttestedOn() == null || !c.lastAttestedOn().isAfter(w.dos)) {
        if (!c.nextDueOn().isBefore(w.dos)) {
          return version;
        }
        made = version;
      }
    }
    return made != null ? made : Latest.last(of);
  }

  static void examine(World w, Reported reported, Findings out) {
    new AttestationExams(w, reported, out).attestation();
  }

  private void attestation() {
    var provider = attested();
    if (provider == null) {
      if (reported.says("B7", "N570")) {
        out.cannotTest(Cause.CRED_CAQH_LAPSED, "the clinician's attestation");
      }
      return;
    }
    var due = provider.fact().caqh().nextDueOn();
    var attested = provider.fact().caqh().lastAttestedOn();
    if (due.isBefore(w.dos)) {
      var violation =
          new Violation(
                  Cause.CRED_CAQH_LAPSED,
                  0,
                  "B7",
                  "The attestation was due on " + due + " and had not been renewed.")
              .cites(confirms(provider, w.dos, "Attestation was due " + due + "."))
              .cure(
                  Kind.PREVENTION,
                  "provider.caqh",
                  due.toString(),
                  "attested in time",
                  x -> Cured.of(Cured.of(x, Cause.CRED_CAQH_LAPSED), Cause.CRED_TERMED));
      violation.denies =
          reported.says("B7", "185", "N570", "16", "208", "N521", "183", "299", "170");
      violation.certainty = 0.8;
      out.violated(violation);
    } else if (attested == null || !attested.isAfter(w.dos)) {
      out.refute(
          Cause.CRED_CAQH_LAPSED,
          "The attestation was current on the date of service.",
          refutes(provider, w.dos, "Next due " + due + "."));
    } else {
      out.refute(
          Cause.CRED_CAQH_LAPSED,
          "The attestation is current.",
          refutes(provider, w.dos, "Last attested " + attested + ", next due " + due + "."));
    }
  }
}
