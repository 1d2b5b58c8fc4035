package io.headwater.rootcause;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;

/** Whom else of an employer group the move of a benefit touches. */
final class GroupKin {

  private GroupKin() {}

  /** Everybody insured through the same group, from the day on which the benefit moved. */
  static Kin of(World w, Neighbours neighbours) {
    var moved = moved(w);
    var numbers = new HashSet<String>();
    if (w.claim != null) {
      numbers.add(w.claim.fact().groupNumber());
    }
    w.coverages.stream()
        .filter(c -> Objects.equals(c.fact().payerId(), w.payerId))
        .forEach(c -> numbers.add(c.fact().groupNumber()));
    numbers.remove(null);
    var people = new HashSet<>(w.patientIds);
    people.add(w.memberId);
    numbers.forEach(number -> people.addAll(neighbours.inGroup(number)));
    people.remove(null);
    var administrator = CarveOuts.find(w);
    var rated =
        administrator != null && w.contract.inForce(administrator.administratorPayerId(), w.dos)
            ? administrator.administratorPayerId()
            : w.payerId;
    return new Kin(
        Kin.Among.PAYER,
        c ->
            Objects.equals(c.payerId(), w.payerId)
                && !Kin.day(c).isBefore(moved)
                && (c.groupNumber() != null && numbers.contains(c.groupNumber())
                    || c.memberId() != null && people.contains(c.memberId())
                    || c.patientId() != null && people.contains(c.patientId())),
        b ->
            people.contains(b.patientId())
                && (b.payerId() == null || b.payerId().equals(w.payerId)),
        false,
        rated);
  }

  /** The day from which another administers the benefit; the visit's where nobody says. */
  private static LocalDate moved(World w) {
    var days = new HashSet<LocalDate>();
    for (var notice : w.notices) {
      if ("CARVE_OUT_MOVE".equals(notice.fact().type())) {
        days.add(notice.fact().firstDay());
      }
    }
    for (var coverage : w.coverages) {
      coverage.fact().carveOuts().forEach(carve -> days.add(carve.effective()));
    }
    var administrator = CarveOuts.find(w);
    for (var check : w.checks) {
      if (administrator != null
          && administrator.administratorPayerId().equals(check.fact().payerId())) {
        days.add(check.fact().planBegin());
      }
    }
    days.remove(null);
    return days.stream().filter(day -> !day.isAfter(w.dos)).max(LocalDate::compareTo).orElse(w.dos);
  }
}
