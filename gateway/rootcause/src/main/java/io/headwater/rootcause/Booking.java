package io.headwater.rootcause;

import io.headwater.rootcause.fact.ScheduleEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * A visit as it stands booked.
 *
 * @param payerId who is to be billed, or null when the booking does not say
 * @param procedure what is to be billed, or null
 */
record Booking(
    String patientId, LocalDate serviceDate, String npi, String payerId, String procedure) {

  private record Day(String patientId, LocalDate date) {}

  /** What is left of bookings after reassignments, cancellations and visits nobody came to. */
  static List<Booking> standing(Collection<ScheduleEvent> events) {
    var days = new LinkedHashMap<Day, List<Booking>>();
    events.stream()
        .filter(event -> event.serviceDate() != null && event.type() != null)
        .sorted(
            Comparator.comparing(
                ScheduleEvent::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())))
        .forEach(
            event ->
                follow(
                    days.computeIfAbsent(
                        new Day(event.patientId(), event.serviceDate()), d -> new ArrayList<>()),
                    event));
    return days.values().stream().flatMap(List::stream).toList();
  }

  private static void follow(List<Booking> day, ScheduleEvent event) {
    switch (event.type()) {
      case "BOOKED" -> {
        var booking =
            new Booking(
                event.patientId(),
                event.serviceDate(),
                event.npi(),
                event.payerId(),
                event.procedure());
        if (!day.contains(booking)) {
          day.add(booking);
        }
      }
      case "REASSIGNED" -> {
        var from = event.fromNpi() == null ? event.npi() : event.fromNpi();
        var to = event.toNpi() == null ? event.npi() : event.toNpi();
        day.replaceAll(b -> from == null || Objects.equals(from, b.npi()) ? b.with(to) : b);
      }
      case "CANCELLED", "NO_SHOW" ->
          day.removeIf(b -> event.npi() == null || b.npi() == null || event.npi().equals(b.npi()));
      default -> {}
    }
  }

  private Booking with(String clinician) {
    return new Booking(patientId, serviceDate, clinician, payerId, procedure);
  }
}
