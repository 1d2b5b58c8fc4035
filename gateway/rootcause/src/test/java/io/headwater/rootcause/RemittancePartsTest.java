package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.fact.ProviderAdjustment;
import io.headwater.rootcause.fact.Remittance;
import io.headwater.vocabulary.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A payment of 90.00 for two claims of 60.00 and 50.00, less 20.00 for an old debt. */
class RemittancePartsTest {

  private static final ProviderAdjustment DEBT =
      new ProviderAdjustment("WO", "OLD", new BigDecimal("20.00"));

  @Test
  void partsThatDoNotBalanceAloneDoTogether() {
    var wholes =
        RemittanceParts.wholes(
            List.of(part(1, "60.00", false, List.of(DEBT)), part(2, "50.00", false, List.of())));

    assertThat(wholes).singleElement().extracting(Recorded::version).isEqualTo(2);
    assertThat(wholes.getFirst().fact().balanced()).isTrue();
    assertThat(wholes.getFirst().fact().providerAdjustments()).containsExactly(DEBT);
  }

  @Test
  void anAdjustmentThatEveryPartRepeatsWasMadeOnce() {
    var wholes =
        RemittanceParts.wholes(
            List.of(
                part(1, "60.00", false, List.of(DEBT)), part(2, "50.00", false, List.of(DEBT))));

    assertThat(wholes.getFirst().fact().providerAdjustments()).containsExactly(DEBT);
  }

  @Test
  void oneOfTwoPartsDoesNotBalance() {
    assertThat(RemittanceParts.wholes(List.of(part(1, "60.00", false, List.of(DEBT)))))
        .singleElement()
        .satisfies(whole -> assertThat(whole.fact().balanced()).isFalse());
  }

  @Test
  void aBetterCopyOfTheSameClaimsReplacesTheOneBefore() {
    var debt = new ProviderAdjustment("WO", "NEW", new BigDecimal("20.00"));

    var wholes =
        RemittanceParts.wholes(
            List.of(
                part(1, "110.00", true, List.of(DEBT)), part(2, "110.00", true, List.of(debt))));

    assertThat(wholes.getFirst().fact().providerAdjustments()).containsExactly(debt);
  }

  private static Recorded<Remittance> part(
      int version, String claims, boolean balanced, List<ProviderAdjustment> adjustments) {
    var remittance =
        new Remittance(
            "R-1",
            "TR1",
            new BigDecimal("90.00"),
            "C",
            "ACH",
            null,
            null,
            "NSH01",
            null,
            adjustments,
            new BigDecimal(claims),
            "claims of " + claims,
            balanced,
            balanced ? List.of() : List.of("payment"));
    return new Recorded<>(
        Owner.PAYMENTS,
        "remittance",
        "R-1",
        version,
        Instant.EPOCH.plusSeconds(version),
        remittance);
  }
}
