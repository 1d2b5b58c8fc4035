package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headwater.rootcause.Adjudication.Decision;
import io.headwater.rootcause.Adjudication.Status;
import io.headwater.rootcause.fact.Benefit;
import io.headwater.rootcause.fact.CasAdjustment;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimLine;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.rootcause.fact.FeeSchedule;
import io.headwater.rootcause.fact.OtherPayer;
import io.headwater.rootcause.fact.Rate;
import io.headwater.vocabulary.Adjustment;
import io.headwater.vocabulary.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Amounts that a biller could check with a pencil. */
class AdjudicationTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

  private final List<ClaimLine> lines = new ArrayList<>();
  private final List<Benefit> benefits = new ArrayList<>();
  private final List<OtherPayer> others = new ArrayList<>();
  private String rank = "P";
  private String rendering = "1900000112";
  private String member = "M-1";

  @Test
  void theContractAllowsTheRestIsWrittenOffAndTheCopayIsThePatients() {
    line("90837", "185");
    stated("B", null, "25", null);

    var d = decided().getFirst();

    assertThat(d.allowed()).isEqualByComparingTo("138");
    assertThat(d.paid()).isEqualByComparingTo("113");
    assertThat(d.adjustments()).containsExactly(taken("CO", "45", "47"), taken("PR", "3", "25"));
  }

  @Test
  void aChargeBelowTheContractIsAllowedAsCharged() {
    line("90837", "120");

    var d = decided().getFirst();

    assertThat(d.paid()).isEqualByComparingTo("120");
    assertThat(d.adjustments()).isEmpty();
  }

  @Test
  void aDeductibleIsTakenOnceOverBothLinesAndCoinsuranceOfTheRest() {
    line("90837", "185");
    line("90834", "150");
    stated("C", "29", "200", null);
    stated("A", null, null, "0.20");

    var all = decided();

    assertThat(all.get(0).adjustments())
        .containsExactly(taken("CO", "45", "47"), taken("PR", "1", "138"));
    assertThat(all.get(0).paid()).isEqualByComparingTo("0");
    assertThat(all.get(1).adjustments())
        .containsExactly(taken("CO", "45", "46"), taken("PR", "1", "62"), taken("PR", "2", "8.40"));
    assertThat(all.get(1).paid()).isEqualByComparingTo("33.60");
  }

  @Test
  void aCopayOfTheVisitIsPaidOnceADay() {
    line("90837", "185");
    line("90834", "150");
    stated("B", null, "25", null);

    var all = decided();

    assertThat(all.get(0).patientShare()).isEqualByComparingTo("25");
    assertThat(all.get(1).patientShare()).isEqualByComparingTo("0");
    assertThat(all.get(1).paid()).isEqualByComparingTo("104");
  }

  @Test
  void aServiceWithoutARateIsAllowedAsChargedAndSaidToBe() {
    line("90853", "60");

    var d = decided().getFirst();

    assertThat(d.paid()).isEqualByComparingTo("60");
    assertThat(d.because()).contains("No contracted rate");
  }

  @Test
  void yesterdaysScheduleIsThePayersFault() {
    line("90837", "185");

    var d = decided(PayerDefect.OLD_FEE_SCHEDULE).getFirst();

    assertThat(d.allowed()).isEqualByComparingTo("121");
    assertThat(d.defect()).isEqualTo(PayerDefect.OLD_FEE_SCHEDULE);
    assertThat(decided().getFirst().defect()).isNull();
  }

  @Test
  void aSecondaryPlanPaysAtMostWhatThePrimaryLeft() {
    rank = "S";
    line("90837", "185");
    others.add(
        new OtherPayer(
            "P",
            "P0",
            null,
            null,
            new BigDecimal("113"),
            DAY.plusDays(10),
            List.of(
                new CasAdjustment("CO", "45", new BigDecimal("47"), null),
                new CasAdjustment("PR", "3", new BigDecimal("25"), null))));

    var d = decided().getFirst();

    assertThat(d.paid()).isEqualByComparingTo("25");
    assertThat(d.adjustments()).containsExactly(taken("OA", "23", "160"));
  }

  @Test
  void theFrontDoorTurnsAwayWhatIsMissingWrongOrInTheFuture() {
    line("90837", "185");
    rendering = "1900000113";
    member = null;

    var rejection = Adjudication.frontDoor(dossier(), 1, DAY.minusDays(1)).orElseThrow();

    assertThat(rejection.statuses())
        .extracting(Status::category, Status::code, Status::entity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A7", "562", "82"),
            org.assertj.core.groups.Tuple.tuple("A7", "187", null),
            org.assertj.core.groups.Tuple.tuple("A6", "164", "IL"));
  }

  @Test
  void aCleanClaimGoesThrough() {
    line("90837", "185");

    assertThat(Adjudication.frontDoor(dossier(), 1, DAY.plusDays(3))).isEmpty();
  }

  @Test
  void aServiceThatDoesNotAnswerIsNoReasonToDeny() {
    line("90837", "185");
    var away =
        new Dossier(
            "C-1",
            NOW,
            Set.of(Owner.AUTHORIZATIONS),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            dossier().claims(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThatThrownBy(() -> Adjudication.of(away, 1, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AUTHORIZATIONS");
  }

  private List<Decision> decided(PayerDefect... defects) {
    return Adjudication.of(dossier(), 1, Set.of(defects)).lines();
  }

  private void line(String procedure, String charge) {
    lines.add(
        new ClaimLine(
            lines.size() + 1,
            procedure,
            List.of(),
            new BigDecimal(charge),
            BigDecimal.ONE,
            List.of(1),
            DAY,
            "11",
            null,
            null,
            null));
  }

  private void stated(String information, String period, String amount, String percent) {
    benefits.add(
        new Benefit(
            information,
            List.of("A6"),
            period,
            amount == null ? null : new BigDecimal(amount),
            percent == null ? null : new BigDecimal(percent),
            null,
            null,
            "Y",
            null,
            List.of()));
  }

  private static Adjustment taken(String group, String reason, String amount) {
    return new Adjustment(group, reason, new BigDecimal(amount).setScale(2));
  }

  private Dossier dossier() {
    var claim =
        new Claim(
            "C-1",
            "P1",
            null,
            rank,
            "1",
            null,
            "PT-1",
            member,
            null,
            null,
            null,
            null,
            rendering,
            null,
            null,
            "1900000203",
            null,
            null,
            null,
            null,
            null,
            "11",
            List.of("F41.1"),
            DAY.plusDays(2),
            null,
            others,
            null,
            lines);
    var check =
        new EligibilityCheck(
            "E-1",
            "PT-1",
            "P1",
            Instant.parse("2026-03-09T12:00:00Z"),
            DAY,
            List.of("30"),
            "M-1",
            "ACTIVE",
            "M-1",
            LocalDate.of(2026, 1, 1),
            null,
            benefits,
            List.of());
    return new Dossier(
        "C-1",
        NOW,
        Set.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(recorded(Owner.ELIGIBILITY, "eligibility-check", "E-1", 1, check)),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(recorded(Owner.CLAIMS, "claim", "C-1", 1, claim)),
        null,
        null,
        null,
        null,
        null,
        List.of(
            schedule(1, LocalDate.of(2025, 1, 1), "121", "95"),
            schedule(2, LocalDate.of(2026, 1, 1), "138", "104")),
        null,
        null,
        null);
  }

  private static Recorded<FeeSchedule> schedule(
      int version, LocalDate from, String hour, String less) {
    var rates =
        List.of(
            new Rate("90837", List.of(), List.of(), new BigDecimal(hour), null),
            new Rate("90834", List.of(), List.of(), new BigDecimal(less), null));
    return recorded(
        Owner.PAYMENTS,
        "fee-schedule",
        "FS-1",
        version,
        new FeeSchedule("FS-1", "P1", version, from, null, rates));
  }

  private static <T> Recorded<T> recorded(
      Owner owner, String kind, String id, int version, T fact) {
    return new Recorded<>(owner, kind, id, version, Instant.parse("2025-12-01T00:00:00Z"), fact);
  }
}
