package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.rootcause.fact.PolicyRule;
import io.headwater.vocabulary.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The shipped rules, and that a payer's and the practice's own come first. */
class NationalRulesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Predicate<PolicyRule> FORTY_FIVE = r -> "90834".equals(r.procedure());

  @Test
  void everyShippedRuleHasAnIdOfItsOwnASourceAndABeginning() {
    var ids = new HashSet<String>();
    assertThat(NationalRules.all())
        .hasSizeGreaterThan(100)
        .allMatch(r -> ids.add(r.id()))
        .allMatch(r -> r.id().startsWith("NAT-") && !r.id().contains("{"))
        .allMatch(r -> r.fact().payerId().equals("*") && r.fact().effective() != null)
        .allMatch(r -> r.fact().source().url().startsWith("https://"));
  }

  @Test
  void aPayerThatSaysNothingAppliesTheNationsBand() {
    var band = new Policies(List.of()).one("NSH01", "TIME_BAND", DAY, FORTY_FIVE);
    assertThat(band.id()).isEqualTo("NAT-TIME-90834");
    assertThat(band.fact().rule().minimumMinutes()).isEqualTo(38);
    assertThat(band.fact().rule().maximumMinutes()).isEqualTo(52);
  }

  @Test
  void aRuleDoesNotApplyBeforeItBegan() {
    var policies = new Policies(List.of());
    assertThat(policies.one("NSH01", "TIME_BAND", LocalDate.of(2012, 12, 31), FORTY_FIVE)).isNull();
    assertThat(policies.one("NSH01", "TIME_BAND", LocalDate.of(2013, 1, 1), FORTY_FIVE))
        .isNotNull();
  }

  @Test
  void aPayersOwnBandComesFirstOnItsDays() {
    var policies =
        new Policies(
            List.of(
                band(
                    "NSH-TIME", "NSH01", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31), 40)));
    assertThat(policies.one("NSH01", "TIME_BAND", DAY, FORTY_FIVE).id()).isEqualTo("NSH-TIME");
    assertThat(policies.one("NSH01", "TIME_BAND", LocalDate.of(2026, 4, 1), FORTY_FIVE).id())
        .isEqualTo("NAT-TIME-90834");
    assertThat(policies.one("SUM55", "TIME_BAND", DAY, FORTY_FIVE).id())
        .isEqualTo("NAT-TIME-90834");
  }

  @Test
  void aNationalRuleThatThePracticeSentReplacesTheShippedOneOfTheSameCodes() {
    var policies = new Policies(List.of(band("OURS", "*", LocalDate.of(2026, 1, 1), null, 41)));
    assertThat(policies.one("NSH01", "TIME_BAND", DAY, FORTY_FIVE).id()).isEqualTo("OURS");
    assertThat(policies.one("NSH01", "TIME_BAND", LocalDate.of(2025, 12, 31), FORTY_FIVE)).isNull();
    assertThat(policies.one("NSH01", "TIME_BAND", DAY, r -> "90837".equals(r.procedure())).id())
        .isEqualTo("NAT-TIME-90837");
  }

  @Test
  void pairsOfThePayerAndTheNationStandSideBySide() {
    var found =
        new Policies(List.of())
            .every("NSH01", "PROCEDURE_PAIR", DAY, r -> "90853".equals(r.column2()));
    assertThat(found)
        .extracting(Recorded::id)
        .containsExactly("NAT-PTP-90832-90853", "NAT-PTP-90834-90853", "NAT-PTP-90837-90853");
  }

  private static Recorded<PayerPolicy> band(
      String id, String payer, LocalDate from, LocalDate to, int minimum) {
    var rule =
        NationalRules.rule(
            id,
            java.util.Map.of(
                "type",
                "TIME_BAND",
                "procedure",
                "90834",
                "minimumMinutes",
                String.valueOf(minimum)));
    return new Recorded<>(
        Owner.CLAIMS,
        "payer-policy",
        id,
        1,
        Instant.parse("2025-12-18T15:00:00Z"),
        new PayerPolicy(id, payer, 1, from, to, null, rule));
  }
}
