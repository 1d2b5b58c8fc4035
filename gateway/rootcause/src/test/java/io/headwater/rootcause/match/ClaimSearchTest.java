package io.headwater.rootcause.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimLine;
import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.rootcause.fact.PersonName;
import io.headwater.rootcause.match.ClaimSearch.Candidate;
import io.headwater.vocabulary.MatchedBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Mara Quill, member NSH-44120, had 90837 on Monday (CLM-2026-0417) and on Thursday
 * (CLM-2026-0431), 185.00 each.
 */
class ClaimSearchTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-02-09");
  private static final LocalDate THURSDAY = LocalDate.parse("2026-02-12");

  private final Candidate monday = candidate("CLM-2026-0417", MONDAY, "1", "Mara");
  private final Candidate thursday = candidate("CLM-2026-0431", THURSDAY, "1", "Mara");

  @Test
  void theClaimsOwnNumberDecidesWhateverElseDiffers() {
    assertThat(find(payment("CLM-2026-0417", "OTHER-1", THURSDAY, "90834", "Mara")))
        .isEqualTo(new Answered.Claim("CLM-2026-0417", MatchedBy.NUMBER));
    assertThat(find(payment("CLM-2026-0417", "NSH44120", MONDAY, "90837", "Mara")))
        .isEqualTo(new Answered.Claim("CLM-2026-0417", MatchedBy.SERVICE));
  }

  @Test
  void aMangledNumberIsKnownAgainByDayAndCharge() {
    for (String sent : List.of("clm20260417", "CLM20260", "20260417")) {
      assertThat(find(payment(sent, "NSH44120", MONDAY, "90837", "Mara")))
          .as(sent)
          .isEqualTo(new Answered.Claim("CLM-2026-0417", MatchedBy.MANGLED_NUMBER));
    }
    assertThat(find(payment("clm20260417", "OTHER-1", MONDAY, "90837", null)))
        .isEqualTo(new Answered.Claim("CLM-2026-0417", MatchedBy.MANGLED_NUMBER));
  }

  @Test
  void thePayersOwnNumberIsPassedOverForMemberDayChargeAndProcedure() {
    assertThat(find(payment("77120094", "NSH44120", THURSDAY, "90837", "Mara")))
        .isEqualTo(new Answered.Claim("CLM-2026-0431", MatchedBy.MEMBER_AND_SERVICE));
    assertThat(find(payment("77120094", "nsh-44120", THURSDAY, "90834", "Mara")))
        .isEqualTo(new Answered.Claim("CLM-2026-0431", MatchedBy.MEMBER_DAY_AND_CHARGE));
  }

  @Test
  void anotherDayAnotherMemberOrAnotherPersonIsNoMatch() {
    assertThat(find(payment("77120094", "NSH44120", MONDAY.plusDays(1), "90837", "Mara")))
        .isEqualTo(new Answered.Nothing());
    assertThat(find(payment("77120094", "NSH99999", MONDAY, "90837", "Mara")))
        .isEqualTo(new Answered.Nothing());
    assertThat(find(payment("77120094", "NSH44120", MONDAY, "90837", "Tobias")))
        .as("a brother insured under the same member id")
        .isEqualTo(new Answered.Nothing());
    assertThat(find(payment("77120094", "NSH44120", MONDAY, "90837", "Mar")))
        .as("payers cut names")
        .isInstanceOf(Answered.Claim.class);
  }

  @Test
  void twoClaimsThatFitEquallyWellAreForAPerson() {
    var again = candidate("CLM-2026-0999", MONDAY, "1", "Mara");
    var payment = payment("77120094", "NSH44120", MONDAY, "90837", "Mara");

    assertThat(new ClaimSearch(List.of(monday, again)).find(payment, n -> false))
        .isEqualTo(
            new Answered.Several(
                List.of("CLM-2026-0417", "CLM-2026-0999"), MatchedBy.MEMBER_AND_SERVICE));
    assertThat(new ClaimSearch(List.of(monday, again)).find(payment, "CLM-2026-0417"::equals))
        .as("the other one was answered under its own number")
        .isEqualTo(new Answered.Claim("CLM-2026-0999", MatchedBy.MEMBER_AND_SERVICE));
  }

  @Test
  void aReplacementIsAnsweredOnceItWasSent() {
    var replacement = candidate("CLM-2026-0500", MONDAY, "7", "Mara");
    var search = new ClaimSearch(List.of(monday, replacement));

    assertThat(search.find(payment("77120094", "NSH44120", MONDAY, "90837", "Mara"), n -> false))
        .isEqualTo(new Answered.Claim("CLM-2026-0500", MatchedBy.MEMBER_AND_SERVICE));
  }

  private Answered find(ClaimPayment payment) {
    return new ClaimSearch(List.of(monday, thursday)).find(payment, number -> false);
  }

  private static Candidate candidate(String number, LocalDate day, String frequency, String first) {
    var line =
        new ClaimLine(
            1, "90837", null, new BigDecimal("185.00"), null, null, day, null, null, null, null);
    var claim =
        new Claim(
            number,
            "NSH01",
            null,
            null,
            frequency,
            null,
            null,
            "NSH-44120",
            new PersonName(first, "Quill"),
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
            frequency.equals("7") ? day.plusDays(20) : day.plusDays(1),
            null,
            null,
            null,
            List.of(line));
    return new Candidate(claim, Set.of());
  }

  private static ClaimPayment payment(
      String number, String member, LocalDate day, String code, String first) {
    var line =
        new PaymentLine(
            1,
            code,
            null,
            null,
            new BigDecimal("185"),
            BigDecimal.ZERO,
            null,
            day,
            null,
            null,
            null,
            null);
    return new ClaimPayment(
        "CP-1",
        "R-1",
        "TR1",
        day.plusDays(40),
        "NSH01",
        number,
        "4",
        new BigDecimal("185"),
        BigDecimal.ZERO,
        null,
        "NSHI1",
        null,
        null,
        null,
        member,
        first == null ? null : new PersonName(first, "QUILL"),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(line),
        true,
        null,
        null);
  }
}
