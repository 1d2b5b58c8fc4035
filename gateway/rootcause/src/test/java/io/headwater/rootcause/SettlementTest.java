package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.fact.Acknowledgment;
import io.headwater.rootcause.fact.CasAdjustment;
import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.vocabulary.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several answers to one claim, and several files of it. */
class SettlementTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final List<CasAdjustment> PAID =
      List.of(new CasAdjustment("CO", "45", new BigDecimal("40"), null));
  private static final List<CasAdjustment> DUPLICATE =
      List.of(new CasAdjustment("OA", "18", new BigDecimal("140"), null));

  private final World w = world();
  private final List<Recorded<ClaimPayment>> answers = new ArrayList<>();

  @Test
  void aDuplicateAfterAPaymentTakesNothingBack() {
    answer("R1", "1", "140", "100", PAID);
    answer("R2", "4", "140", "0", DUPLICATE);

    var settled = Settlement.of(w, answers);

    assertThat(settled.takenBack()).isFalse();
    assertThat(settled.reversal()).isNull();
    assertThat(settled.standing().fact().adjustments()).isEqualTo(DUPLICATE);
  }

  @Test
  void aDuplicateAfterACorrectedReversalTakesNothingBack() {
    answer("R1", "1", "140", "100", PAID);
    answer("R2", "22", "-140", "-100", List.of());
    answer("R2", "1", "140", "100", PAID);
    answer("R3", "4", "140", "0", DUPLICATE);

    assertThat(Settlement.of(w, answers).takenBack()).isFalse();
  }

  @Test
  void aReversalWithALesserCorrectionTakesBack() {
    answer("R1", "1", "140", "100", PAID);
    answer("R2", "22", "-140", "-100", List.of());
    answer("R3", "1", "140", "60", PAID);

    assertThat(Settlement.of(w, answers).takenBack()).isTrue();
  }

  @Test
  void whatALaterAnswerMakesGoodIsNotTakenBack() {
    answer("R1", "1", "140", "100", PAID);
    answer("R2", "22", "-140", "-100", List.of());
    answer("R3", "1", "140", "60", PAID);
    answer("R4", "1", "140", "100", PAID);

    assertThat(Settlement.of(w, answers).takenBack()).isFalse();
  }

  @Test
  void equalAndOppositeAmountsAreAReversalWhateverTheirStatus() {
    answer("R1", "1", "140", "100", PAID);
    answer("R2", "1", "-140", "-100", List.of());

    var settled = Settlement.of(w, answers);

    assertThat(settled.takenBack()).isTrue();
    assertThat(settled.standing()).isNull();
  }

  @Test
  void aSubmissionIsTurnedAwayByTheLastWordBeforeTheNext() {
    w.submissions = List.of(sent(1, "2026-03-12"), sent(2, "2026-03-16"));
    w.acknowledgments = List.of(said("A2", "2026-03-13"), said("A7", "2026-03-17"));

    assertThat(Submissions.turnedAway(w, w.submissions.getFirst())).isFalse();
    assertThat(Submissions.turnedAway(w, w.submissions.getLast())).isTrue();
  }

  private static World world() {
    return new World(
        new Dossier(
            "C-1", NOW, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null));
  }

  private void answer(
      String remittance, String status, String charge, String paid, List<CasAdjustment> taken) {
    var day = LocalDate.of(2026, 3, 26).plusDays(answers.size());
    answers.add(
        new Recorded<>(
            Owner.PAYMENTS,
            "claim-payment",
            "P-" + answers.size(),
            1,
            day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC),
            new ClaimPayment(
                "P-" + answers.size(),
                remittance,
                remittance,
                day,
                "NSH01",
                "C-1",
                status,
                new BigDecimal(charge),
                new BigDecimal(paid),
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
                taken,
                null,
                null,
                null,
                null,
                null)));
  }

  private static Recorded<Claim> sent(int version, String day) {
    return new Recorded<>(
        Owner.CLAIMS,
        "claim",
        "C-1",
        version,
        Instant.parse(day + "T17:00:00Z"),
        new Claim(
            "C-1", "NSH01", null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null));
  }

  private static Recorded<Acknowledgment> said(String category, String day) {
    return new Recorded<>(
        Owner.CLAIMS,
        "acknowledgment",
        "A-" + day,
        1,
        Instant.parse(day + "T09:30:00Z"),
        new Acknowledgment(
            "A-" + day,
            "277CA",
            "C-1",
            category,
            null,
            null,
            null,
            null,
            null,
            LocalDate.parse(day),
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }
}
