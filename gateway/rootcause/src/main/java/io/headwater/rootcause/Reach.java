package io.headwater.rootcause;

import io.headwater.rootcause.Diagnosis.BlastRadius;
import io.headwater.rootcause.fact.Claim;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What else of the practice the same root touches: open claims and booked visits. A claim is open
 * until its plan has paid something or left the patient a share; one visit billed under several
 * numbers is one claim, and a past visit of a clinician that nothing was billed for is a claim not
 * yet sent.
 */
final class Reach {
  private final World w;
  private final Neighbours neighbours;
  private final Violation root;
  private final Kin kin;
  private final Set<String> settled;

  /**
   * A claim or visit that the root touches.
   *
   * @param day of service
   * @param worth in dollars: what the contract allows, or the charge where no contract names a rate
   */
  record Touched(LocalDate day, BigDecimal worth) {}

  private Reach(World w, Violation root, Neighbours neighbours) {
    this.w = w;
    this.neighbours = neighbours;
    this.root = root;
    this.kin = Kin.of(w, root, neighbours);
    this.settled =
        Neighbours.settled(
            Latest.of(w.dossier.claimPayments()).stream().map(Recorded::fact).toList());
  }

  /** The reach of the first root; null where a service that would know it did not answer. */
  static Reach of(World w, Answer answer, Neighbours neighbours) {
    var roots = answer.roots();
    return roots.isEmpty() || w.payerId == null || w.dos == null
        ? null
        : new Reach(w, roots.getFirst(), neighbours);
  }

  /** Claims, visits and money; null where a service that would know them did not answer. */
  static BlastRadius radius(World w, Reach reach) {
    if (!heard(w)) {
      return null;
    }
    if (reach == null) {
      return WhyDenied.none();
    }
    var open = reach.open();
    return new BlastRadius(open.size(), reach.booked(), worth(open));
  }

  /** The cause whose reach this is. */
  Cause root() {
    return root.cause;
  }

  private static boolean heard(World w) {
    return w.dossier.answered(Owner.CLAIMS)
        && w.dossier.answered(Owner.PAYMENTS)
        && w.dossier.answered(Owner.ELIGIBILITY);
  }

  static BigDecimal worth(List<Touched> touched) {
    return Ledger.cents(
        touched.stream().map(Touched::worth).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The other open claims, and visits not yet billed. */
  List<Touched> open() {
    var touched = new ArrayList<Touched>();
    var visits = new HashSet<Visit>();
    var mine = w.claim == null ? null : Visit.of(w.claim.fact());
    for (var claim : candidates()) {
      if (kin.claims().test(claim)
          && !settled(claim.controlNumber())
          && !Visit.of(claim).equals(mine)
          && visits.add(Visit.of(claim))) {
        touched.add(new Touched(Kin.day(claim), worth(claim)));
      }
    }
    if (kin.unbilled()) {
      touched.addAll(unbilled());
    }
    return touched;
  }

  /** The claim asked about, as one of those touched. */
  Touched own() {
    var worth = BigDecimal.ZERO;
    for (var line : w.lines) {
      worth = worth.add(worth(line, w.renderingNpi));
    }
    return new Touched(w.dos, worth);
  }

  /** A visit by whose it was, when, and with whom; a claim sent again has another number. */
  private record Visit(String person, LocalDate day, String npi) {
    static Visit of(Claim claim) {
      var person =
          claim.memberId() != null
              ? claim.memberId()
              : claim.patientId() != null ? claim.patientId() : claim.controlNumber();
      return new Visit(person, Kin.day(claim), claim.renderingNpi());
    }
  }

  /** Claims worth a look, the patient's own first; the one asked about is not among them. */
  private Iterable<Claim> candidates() {
    var found = new LinkedHashMap<String, Claim>();
    if (kin.among() != Kin.Among.NOBODY) {
      for (var claim : Latest.of(w.dossier.claims())) {
        found.put(claim.fact().controlNumber(), claim.fact());
      }
    }
    var others =
        switch (kin.among()) {
          case NOBODY, PATIENT -> List.<Claim>of();
          case PAYER -> neighbours.ofPayer(w.payerId);
          case CLINICIAN -> neighbours.ofClinician(w.renderingNpi);
        };
    others.forEach(claim -> found.putIfAbsent(claim.controlNumber(), claim));
    found.remove(w.dossier.controlNumber());
    return found.values();
  }

  private boolean settled(String controlNumber) {
    return settled.contains(controlNumber) || neighbours.settles(controlNumber);
  }

  /** Past bookings of the clinician beyond what was billed for each day. */
  private List<Touched> unbilled() {
    Map<LocalDate, Integer> billed = new HashMap<>();
    var seen = new HashSet<String>();
    for (var claims :
        List.of(
            neighbours.ofClinician(w.renderingNpi),
            Latest.of(w.dossier.claims()).stream().map(Recorded::fact).toList())) {
      for (var claim : claims) {
        if (Objects.equals(claim.renderingNpi(), w.renderingNpi)
            && Objects.equals(claim.payerId(), w.payerId)
            && seen.add(claim.controlNumber())) {
          billed.merge(Kin.day(claim), 1, Integer::sum);
        }
      }
    }
    var unbilled = new ArrayList<Touched>();
    for (var booking : bookings()) {
      if (!booking.serviceDate().isAfter(w.today)
          && kin.visits().test(booking)
          && billed.merge(booking.serviceDate(), -1, Integer::sum) < 0) {
        unbilled.add(new Touched(booking.serviceDate(), worth(booking)));
      }
    }
    return unbilled;
  }

  private int booked() {
    var booked = 0;
    for (var booking : bookings()) {
      if (booking.serviceDate().isAfter(w.today) && kin.visits().test(booking)) {
        booked++;
      }
    }
    return booked;
  }

  private List<Booking> bookings() {
    var mine =
        w.schedule.stream()
            .map(Recorded::fact)
            .filter(event -> !neighbours.tells(event.eventId()))
            .toList();
    if (mine.isEmpty()) {
      return neighbours.bookings();
    }
    var all = new ArrayList<>(neighbours.bookings());
    all.addAll(Booking.standing(mine));
    return all;
  }

  private BigDecimal worth(Claim claim) {
    var worth = BigDecimal.ZERO;
    for (int i = 0; i < claim.lines().size(); i++) {
      var line =
          BilledLine.of(
              claim.lines().get(i), i + 1, claim.placeOfService(), List.of(), Kin.day(claim));
      worth = worth.add(worth(line, claim.renderingNpi()));
    }
    return worth;
  }

  private BigDecimal worth(Booking booking) {
    if (booking.procedure() == null) {
      return own().worth();
    }
    var line =
        new BilledLine(
            1,
            booking.procedure(),
            List.of(),
            BigDecimal.ZERO,
            BigDecimal.ONE,
            booking.serviceDate(),
            null,
            List.of(),
            null);
    return worth(line, booking.npi());
  }

  private BigDecimal worth(BilledLine line, String npi) {
    var clinician = w.provider(npi);
    var level = clinician == null ? w.licenseLevel() : clinician.fact().licenseLevel();
    var payer = kin.ratedBy() == null ? w.payerId : kin.ratedBy();
    var agreed = w.contract.rate(payer, line, level);
    return agreed == null ? line.charge() : Contract.allowed(agreed, line.units());
  }
}
