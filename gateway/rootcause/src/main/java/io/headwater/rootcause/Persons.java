package io.headwater.rootcause;

import io.headwater.rootcause.fact.Claim;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whose claim it is, and what else was billed for the same person. */
final class Persons {

  private Persons() {}

  /** The patient by the visit or the claim, else by the member id, else by the name. */
  static Set<String> patients(World w, Dossier d, Recorded<Claim> claim) {
    var ids = new LinkedHashSet<String>();
    for (var version : d.encounters()) {
      if (Assembly.names(version.fact(), d.controlNumber()) && version.fact().patientId() != null) {
        ids.add(version.fact().patientId());
      }
    }
    if (claim != null && claim.fact().patientId() != null) {
      ids.add(claim.fact().patientId());
    }
    if (!ids.isEmpty()) {
      return ids;
    }
    var member = claim != null ? claim.fact().memberId() : w.payments.getLast().fact().patientId();
    if (member != null) {
      for (var coverage : d.coverages()) {
        if (Ids.same(member, coverage.fact().memberId())) {
          ids.add(coverage.fact().patientId());
        }
      }
      for (var check : d.eligibilityChecks()) {
        var c = check.fact();
        if (c.patientId() != null
            && (Ids.same(member, c.returnedMemberId()) || Ids.same(member, c.memberIdSent()))) {
          ids.add(c.patientId());
        }
      }
    }
    if (ids.isEmpty()
        && claim != null
        && claim.fact().patientName() != null
        && claim.fact().patientName().last() != null) {
      for (var patient : d.patients()) {
        var p = patient.fact();
        if (p.name() != null
            && claim.fact().patientName().last().equalsIgnoreCase(p.name().last())
            && (claim.fact().birthDate() == null
                || claim.fact().birthDate().equals(p.birthDate()))) {
          ids.add(p.patientId());
        }
      }
    }
    ids.remove(null);
    return ids;
  }

  /** The ids under which payers know the patient. */
  static Set<String> members(World w, Recorded<Claim> claim) {
    var members = new HashSet<String>();
    for (var coverage : w.dossier.coverages()) {
      if (w.patientIds.contains(coverage.fact().patientId())) {
        members.add(coverage.fact().memberId());
      }
    }
    for (var check : w.dossier.eligibilityChecks()) {
      if (w.patientIds.contains(check.fact().patientId())) {
        members.add(check.fact().returnedMemberId());
      }
    }
    if (members.isEmpty() && claim != null) {
      members.add(claim.fact().memberId());
    }
    members.remove(null);
    return members;
  }

  /** The latest versions of the patient's other claims, oldest first. */
  static List<Recorded<Claim>> siblings(World w, Dossier d, Set<String> members) {
    var byEncounter = new HashSet<String>();
    for (var e : w.encounters) {
      byEncounter.add(e.fact().controlNumber());
      byEncounter.addAll(e.fact().controlNumbers());
    }
    return Latest.of(
            Latest.where(
                d.claims(),
                c ->
                    !d.controlNumber().equals(c.controlNumber())
                        && (c.patientId() != null && w.patientIds.contains(c.patientId())
                            || c.memberId() != null && members.contains(c.memberId())
                            || byEncounter.contains(c.controlNumber()))))
        .stream()
        .sorted(java.util.Comparator.comparing(Recorded::recordedAt))
        .toList();
  }
}
