package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.fact.ScheduleEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingTest {

  private static final LocalDate MAY_4 = LocalDate.of(2026, 5, 4);

  @Test
  void aVisitCancelledIsNotBooked() {
    assertThat(Booking.standing(List.of(event(1, "BOOKED", "112"), event(2, "CANCELLED", "112"))))
        .isEmpty();
  }

  @Test
  void aVisitCancelledAndBookedAgainIsBookedOnce() {
    assertThat(
            Booking.standing(
                List.of(
                    event(3, "BOOKED", "112"),
                    event(1, "BOOKED", "112"),
                    event(2, "NO_SHOW", "112"))))
        .hasSize(1);
  }

  @Test
  void aVisitReassignedIsWithTheOther() {
    assertThat(
            Booking.standing(
                List.of(
                    event(1, "BOOKED", "112"),
                    new ScheduleEvent(
                        "E-2",
                        "PT-1",
                        at(2),
                        "REASSIGNED",
                        MAY_4,
                        null,
                        "112",
                        "161",
                        null,
                        null))))
        .extracting(Booking::npi)
        .containsExactly("161");
  }

  @Test
  void theVisitOfAnotherClinicianStands() {
    assertThat(
            Booking.standing(
                List.of(
                    event(1, "BOOKED", "112"),
                    event(1, "BOOKED", "161"),
                    event(2, "CANCELLED", "161"))))
        .extracting(Booking::npi)
        .containsExactly("112");
  }

  private static ScheduleEvent event(int hour, String type, String npi) {
    return new ScheduleEvent(
        "E-" + hour + npi, "PT-1", at(hour), type, MAY_4, npi, null, null, "NSH01", "90834");
  }

  private static Instant at(int hour) {
    return Instant.parse("2026-05-01T0" + hour + ":00:00Z");
  }
}
