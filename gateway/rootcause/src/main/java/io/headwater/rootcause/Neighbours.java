package io.headwater.rootcause;

import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.ScheduleEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rest of the practice in outline: claims, payments, visits and coverages of other patients,
 * which a cause may touch too. Only the latest version of each, with the fields that counting
 * needs; ordered for many questions, and never changed.
 */
public final class Neighbours {

  private static final Neighbours NONE = new Neighbours(List.of(), List.of(), List.of(), List.of());

  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final Map<String, List<Claim>> byPayer = new HashMap<>();
  private final Map<String, List<Claim>> byClinician = new HashMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Set<String> events = new HashSet<>();
  private final Set<String> settled;
  private final List<Booking> bookings;

  /**
   * The neighbours of some claims; what is told twice counts once.
   *
   * @param claims of the same payers or clinicians
   * @param payments that answer those claims
   * @param visits events of bookings of the same clinicians, payers or employer groups
   * @param coverages of the same employer groups
   */
  public Neighbours(
      Collection<Claim> claims,
      Collection<ClaimPayment> payments,
      Collection<ScheduleEvent> visits,
      Collection<Coverage> coverages) {
    for (var claim : claims) {
      if (this.claims.putIfAbsent(claim.controlNumber(), claim) == null) {
        put(byPayer, claim.payerId(), claim);
        put(byClinician, claim.renderingNpi(), claim);
      }
    }
    for (var coverage : coverages) {
      if (coverage.groupNumber() != null) {
        var people = groups.computeIfAbsent(coverage.groupNumber(), g -> new HashSet<>());
        people.add(coverage.patientId());
        people.add(coverage.memberId());
        people.remove(null);
      }
    }
    var once = new LinkedHashMap<String, ScheduleEvent>();
    visits.forEach(event -> once.putIfAbsent(event.eventId(), event));
    events.addAll(once.keySet());
    bookings = Booking.standing(once.values());
    settled = settled(payments);
  }

  /** Nothing is known of the rest of the practice. */
  public static Neighbours none() {
    return NONE;
  }

  /** Claims billed to a payer. */
  List<Claim> ofPayer(String payerId) {
    return byPayer.getOrDefault(payerId, List.of());
  }

  /** Claims billed for a clinician. */
  List<Claim> ofClinician(String npi) {
    return byClinician.getOrDefault(npi, List.of());
  }

  /** The ids of patients and members insured through an employer group. */
  Set<String> inGroup(String groupNumber) {
    return groups.getOrDefault(groupNumber, Set.of());
  }

  /** Visits as they stand booked. */
  List<Booking> bookings() {
    return bookings;
  }

  /** Whether an event is among those that {@link #bookings} were made of. */
  boolean tells(String eventId) {
    return events.contains(eventId);
  }

  /** Whether payments settle the claim. */
  boolean settles(String controlNumber) {
    return settled.contains(controlNumber);
  }

  /**
   * The control numbers of claims for which the plan paid something or left the patient a share,
   * take-backs counted.
   */
  static Set<String> settled(Collection<ClaimPayment> payments) {
    var sums = new HashMap<String, BigDecimal>();
    for (var payment : payments) {
      var settles = Ledger.zero(payment.paid()).add(Ledger.zero(payment.patientResponsibility()));
      sums.merge(payment.controlNumber(), settles, BigDecimal::add);
    }
    var settled = new HashSet<String>();
    sums.forEach(
        (number, sum) -> {
          if (sum.signum() > 0) {
            settled.add(number);
          }
        });
    return settled;
  }

  private static void put(Map<String, List<Claim>> index, String key, Claim claim) {
    if (key != null) {
      index.computeIfAbsent(key, k -> new ArrayList<>()).add(claim);
    }
  }
}
