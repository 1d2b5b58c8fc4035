package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.vocabulary.DateRange;
import io.headwater.vocabulary.Owner;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Days are counted by the calendar, and the rule that counts is the one of the date of service. */
class ClockProperties {

  private static final LocalDate EPOCH = LocalDate.of(2023, 1, 1);

  @Property
  void theLastDayLiesSoManyDaysAfterTheService(
      @ForAll("days") LocalDate service, @ForAll @IntRange(min = 1, max = 730) int days) {
    var limit = FilingLimit.limitOf(world(service, List.of(filing(1, null, null, days))));
    assertThat(ChronoUnit.DAYS.between(service, limit.last())).isEqualTo(days);
    assertThat(limit.from()).isEqualTo(service);
  }

  @Property
  void ofVersionsSideBySideTheOneOfTheDateOfServiceCounts(
      @ForAll("days") LocalDate service,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 400) Integer> spans) {
    var versions = new ArrayList<Recorded<PayerPolicy>>();
    var begins = EPOCH;
    for (int i = 0; i < spans.size(); i++) {
      var ends = i == spans.size() - 1 ? null : begins.plusDays(spans.get(i) - 1L);
      versions.add(filing(i + 1, begins, ends, 30 + i));
      begins = begins.plusDays(spans.get(i));
    }
    var limit = FilingLimit.limitOf(world(service, versions));
    var rule = limit.policy().fact();
    assertThat(new DateRange(rule.effective(), rule.termination()).contains(service)).isTrue();
    assertThat(limit.last()).isEqualTo(service.plusDays(29L + rule.version()));
  }

  @Property
  void aLaterVersionLeftOpenCountsFromItsFirstDay(
      @ForAll("days") LocalDate service, @ForAll("days") LocalDate change) {
    var limit =
        FilingLimit.limitOf(
            world(service, List.of(filing(1, null, null, 90), filing(2, change, null, 180))));
    assertThat(limit.policy().version()).isEqualTo(service.isBefore(change) ? 1 : 2);
  }

  @Example
  void leapDaysAndMonthEndsAreDaysLikeOthers() {
    assertThat(last(LocalDate.of(2028, 2, 28), 2)).isEqualTo(LocalDate.of(2028, 3, 1));
    assertThat(last(LocalDate.of(2027, 2, 28), 2)).isEqualTo(LocalDate.of(2027, 3, 2));
    assertThat(last(LocalDate.of(2026, 1, 31), 90)).isEqualTo(LocalDate.of(2026, 5, 1));
  }

  private static LocalDate last(LocalDate service, int days) {
    return FilingLimit.limitOf(world(service, List.of(filing(1, null, null, days)))).last();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 6 * 365 + 2).map(n -> EPOCH.plusDays(n));
  }

  private static Recorded<PayerPolicy> filing(
      int version, LocalDate effective, LocalDate termination, int days) {
    var words =
        Map.of("type", "FILING_LIMIT", "basis", "SERVICE_DATE", "days", String.valueOf(days));
    return new Recorded<>(
        Owner.CLAIMS,
        "payer-policy",
        "NSH-FIL",
        version,
        Instant.parse("2022-12-01T00:00:00Z"),
        new PayerPolicy(
            "NSH-FIL",
            "NSH01",
            version,
            effective,
            termination,
            null,
            NationalRules.rule("NSH-FIL", words)));
  }

  private static World world(LocalDate service, List<Recorded<PayerPolicy>> policies) {
    var world = new World(NOTHING_ELSE);
    world.payerId = "NSH01";
    world.dos = service;
    world.policies = new Policies(policies);
    return world;
  }

  private static final Dossier NOTHING_ELSE = nothingElse();

  /** A dossier that knows nothing, however many kinds of fact there are. */
  private static Dossier nothingElse() {
    var components = Dossier.class.getRecordComponents();
    var values = new Object[components.length];
    values[0] = "CLM-1";
    values[1] = Instant.parse("2030-01-01T00:00:00Z");
    try {
      return Dossier.class
          .getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
