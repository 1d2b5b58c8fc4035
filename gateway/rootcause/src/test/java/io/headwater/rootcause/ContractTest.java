package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.fact.Benefit;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.rootcause.fact.FeeSchedule;
import io.headwater.rootcause.fact.Rate;
import io.headwater.vocabulary.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

  @Test
  void thePlanPaysTheRateLessTheCopay() {
    var agreed = contract("138.00", "25.00").rate("NSH01", line(), "LCSW");
    assertThat(Contract.planShare(agreed, BigDecimal.ONE, null)).isEqualByComparingTo("113.00");
  }

  @Test
  void anOpenDeductibleIsThePatients() {
    var agreed = contract("138.00", null).rate("NSH01", line(), "LCSW");
    assertThat(Contract.planShare(agreed, BigDecimal.ONE, remaining("100.00")))
        .isEqualByComparingTo("38.00");
  }

  @Test
  void noRateIsNamedForAnotherDayOrCode() {
    var contract = contract("138.00", null);
    assertThat(contract.rate("NSH01", line().withProcedure("90834"), "LCSW")).isNull();
    assertThat(contract.rate("SUM55", line(), "LCSW")).isNull();
  }

  private static Contract contract(String allowed, String copay) {
    var rate =
        new Rate(
            "90837",
            List.of(),
            List.of(),
            new BigDecimal(allowed),
            copay == null ? null : new BigDecimal(copay));
    var schedule =
        new FeeSchedule("FS-1", "NSH01", 1, LocalDate.of(2026, 1, 1), null, List.of(rate));
    return new Contract(
        List.of(
            new Recorded<>(
                Owner.PAYMENTS,
                "fee-schedule",
                "FS-1",
                1,
                Instant.parse("2025-12-01T00:00:00Z"),
                schedule)));
  }

  private static BilledLine line() {
    return new BilledLine(
        1, "90837", List.of(), new BigDecimal("185"), BigDecimal.ONE, DAY, "11", List.of(), null);
  }

  private static EligibilityCheck remaining(String amount) {
    var deductible =
        new Benefit(
            "C",
            List.of("30"),
            "29",
            new BigDecimal(amount),
            null,
            null,
            null,
            "Y",
            null,
            List.of());
    return new EligibilityCheck(
        "ELC-1",
        "PT-1",
        "NSH01",
        Instant.parse("2026-02-27T12:00:00Z"),
        DAY,
        List.of(),
        null,
        "ACTIVE",
        null,
        null,
        null,
        List.of(deductible),
        List.of());
  }
}
