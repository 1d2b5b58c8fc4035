package io.headwater.rootcause.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.vocabulary.MatchedBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An evaluation visit with an add-on, and what the payer may send back for its lines. */
class LineLadderTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-02-09");

  private final Billed visit = billed("99214", "95", "150.00", "L1");
  private final Billed addOn = billed("90833", "95", "95.00", "L2");

  @Test
  void lineControlNumbersCountFirstWhateverElseDiffers() {
    var second = said("99213", null, "95.00", "L1");
    var first = said("90833", null, "150.00", "L2");

    assertThat(LineLadder.pairs(List.of(visit, addOn), List.of(first, second)))
        .containsExactly(second, first);
    assertThat(LineLadder.rung(List.of(visit, addOn), List.of(first, second)))
        .isEqualTo(MatchedBy.LINE_CONTROL);
  }

  @Test
  void withoutThemProcedureModifiersDayAndChargeTell() {
    var lines = List.of(said("90833", "95", "95.00", null), said("99214", "95", "150.00", null));

    assertThat(LineLadder.pairs(List.of(visit, addOn), lines))
        .containsExactly(lines.get(1), lines.get(0));
    assertThat(LineLadder.rung(List.of(visit, addOn), lines)).isEqualTo(MatchedBy.SERVICE);
  }

  @Test
  void aPayerThatDropsModifiersIsMatchedByProcedureAndDay() {
    var lines = List.of(said("99214", null, "150.00", null), said("90833", null, "95.00", null));

    assertThat(LineLadder.pairs(List.of(visit, addOn), lines)).isEqualTo(lines);
    assertThat(LineLadder.rung(List.of(visit, addOn), lines))
        .isEqualTo(MatchedBy.PROCEDURE_AND_DAY);
  }

  @Test
  void noLineTakesWhatAnotherHasABetterClaimTo() {
    var plain = billed("90837", null, "150.00", null);
    var remote = billed("90837", "95", "150.00", null);
    var saidRemote = said("90837", "95", "150.00", null);
    var saidPlain = said("90837", null, "150.00", null);

    assertThat(LineLadder.pairs(List.of(plain, remote), List.of(saidRemote, saidPlain)))
        .containsExactly(saidPlain, saidRemote);
  }

  @Test
  void aPayerThatRecodesNamesTheCodeThatWasSubmitted() {
    var recoded =
        new PaymentLine(
            1,
            "99213",
            List.of(),
            "99214",
            amount("150.00"),
            amount("90.00"),
            null,
            MONDAY,
            null,
            null,
            null,
            null);

    assertThat(LineLadder.pairs(List.of(visit, addOn), List.of(recoded)))
        .containsExactly(recoded, null);
  }

  @Test
  void oneLineAgainstOneLineIsThatLine() {
    var odd = said("H0001", null, "1.00", null);

    assertThat(LineLadder.pairs(List.of(visit), List.of(odd))).containsExactly(odd);
    assertThat(LineLadder.rung(List.of(visit), List.of(odd))).isEqualTo(MatchedBy.NUMBER);
  }

  private static Billed billed(String code, String modifier, String charge, String control) {
    return new Billed(
        code, modifier == null ? List.of() : List.of(modifier), amount(charge), MONDAY, control);
  }

  private static PaymentLine said(String code, String modifier, String charge, String control) {
    return new PaymentLine(
        1,
        code,
        modifier == null ? List.of() : List.of(modifier),
        null,
        amount(charge),
        amount("0.00"),
        null,
        MONDAY,
        control,
        null,
        null,
        null);
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }
}
