package io.headwater.denials.standing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant LEARNED = Instant.parse("2026-03-11T08:00:00Z");

  private static final String DENIED =
      "{'group':'CO','reason':'45','amount':'45'},{'group':'CO','reason':'197','amount':'105'}";
  private static final String CONTRACTUAL = "{'group':'CO','reason':'45','amount':'45.00'}";
  private static final String DEDUCTIBLE =
      CONTRACTUAL + ",{'group':'PR','reason':'1','amount':'105.00'}";
  private static final String SECONDARY = "{'group':'OA','reason':'23','amount':'150.00'}";

  @Test
  void aDeniedLineIsAnOpenCase() {
    assertThat(after(payment("1", "2026-03-10", line("0.00", DENIED))))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.state()).isEqualTo(Standing.State.OPEN);
              assertThat(one.codes()).containsExactly("CO-197");
              assertThat(one.caseId()).isEqualTo("CLM-1/60054/90837|95|2026-02-02");
              assertThat(one.openedAt()).hasValue(LEARNED);
            });
  }

  @Test
  void contractDeductibleAndThePrimarysPaymentAreNoDenials() {
    for (var adjustments : List.of(CONTRACTUAL, DEDUCTIBLE, SECONDARY)) {
      assertThat(after(payment("1", "2026-03-10", line("0.00", adjustments))))
          .extracting(Standing::state)
          .containsExactly(Standing.State.SETTLED);
    }
  }

  @Test
  void aBetterCopyOfADenialIsNoSecondDenial() {
    var denial = payment("4", "2026-03-10", line("0.00", DENIED));

    assertThat(after(denial, denial)).extracting(Standing::denials).containsExactly(1);
  }

  @Test
  void aClaimWithoutLinesIsOneCase() {
    var whole =
        """
        {'controlNumber':'CLM-1','payerId':'60054','claimPaymentId':'CP','status':'4','paymentDate':'2026-03-10',
         'charge':150,'paid':0,'adjustments':[{'group':'CO','reason':'29','amount':150}]}\
        """;
    assertThat(after(whole))
        .singleElement()
        .extracting(Standing::caseId)
        .isEqualTo("CLM-1/60054/claim");
  }

  @Test
  void adjustmentsOfTheClaimSpeakForLinesThatSayNothing() {
    var payment =
        payment("4", "2026-03-10", line("0.00", ""))
            .replace(
                "'lines'", "'adjustments':[{'group':'PI','reason':'16','amount':'150'}],'lines'");
    assertThat(after(payment)).extracting(Standing::codes).containsExactly(List.of("PI-16"));
  }

  @Test
  void aLaterPaymentClosesTheCaseAndAnotherDenialOpensItAgain() {
    var denied = payment("1", "2026-03-10", line("0.00", DENIED));
    var paid = payment("1", "2026-04-10", line("105.00", CONTRACTUAL));
    var again = payment("1", "2026-05-10", line("0.00", DENIED));

    assertThat(after(denied, paid))
        .extracting(Standing::state)
        .containsExactly(Standing.State.PAID);
    assertThat(after(denied, paid, again))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.state()).isEqualTo(Standing.State.OPEN);
              assertThat(one.denials()).isEqualTo(2);
            });
  }

  @Test
  void aReversalTakesTheDenialBackUntilTheCorrectionThatFollowsIt() {
    var denied = payment("1", "2026-03-10", line("0.00", DENIED));
    var reversal = payment("22", "2026-04-10", line("0.00", DENIED));
    var correction = payment("1", "2026-04-10", line("0.00", DENIED));

    assertThat(after(denied, reversal))
        .extracting(Standing::state)
        .containsExactly(Standing.State.REVERSED);
    assertThat(after(denied, reversal, correction))
        .extracting(Standing::state)
        .containsExactly(Standing.State.OPEN);
  }

  @Test
  void aRemittanceReadOutOfTurnOpensNothing() {
    var paid = payment("1", "2026-04-10", line("105.00", CONTRACTUAL));
    var earlierDenial = payment("1", "2026-03-10", line("0.00", DENIED));

    assertThat(after(paid, earlierDenial))
        .extracting(Standing::state)
        .containsExactly(Standing.State.SETTLED);
  }

  @Test
  void twoLikeLinesAreTwoCases() {
    assertThat(after(payment("1", "2026-03-10", line("0.00", DENIED) + "," + line("0.00", DENIED))))
        .extracting(one -> one.line().key())
        .containsExactly("90837|95|2026-02-02", "90837|95|2026-02-02#2");
  }

  @Test
  void whatChangesNothingIsNotWritten() {
    var known = after(payment("1", "2026-03-10", line("0.00", DENIED)));
    var older = decisions(payment("1", "2026-02-10", line("105.00", CONTRACTUAL)));

    assertThat(Standings.changed(known, older)).isEmpty();
  }

  /** Where the lines stand after payments that were announced one by one. */
  private static List<Standing> after(String... payments) {
    List<Standing> known = new ArrayList<>();
    for (var payment : payments) {
      for (var standing : Standings.changed(known, decisions(payment))) {
        known.removeIf(old -> old.caseId().equals(standing.caseId()));
        known.add(standing);
      }
    }
    var atOnce =
        Standings.changed(
            List.of(), Stream.of(payments).flatMap(one -> decisions(one).stream()).toList());
    assertThat(atOnce).as("one by one or all at once").containsExactlyInAnyOrderElementsOf(known);
    return known;
  }

  private static List<Decision> decisions(String payment) {
    try {
      return ClaimPayment.decisions(JSON.readTree(payment.replace('\'', '"')), LEARNED);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  private static String payment(String status, String paymentDate, String lines) {
    return """
    {'controlNumber':'CLM-1','payerId':'60054','claimPaymentId':'CP-%s-%s','status':'%s','paymentDate':'%s',
     'charge':'150.00','paid':'0.00','lines':[%s]}\
    """
        .formatted(paymentDate, status, status, paymentDate, lines);
  }

  private static String line(String paid, String adjustments) {
    return """
    {'procedure':'90837','modifiers':['95'],'charge':'150.00','paid':'%s','serviceDate':'2026-02-02',
     'adjustments':[%s]}\
    """
        .formatted(paid, adjustments);
  }
}
