package io.headwater.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.Learned.Kind;
import io.headwater.rootcause.Learned.Tally;
import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Role;
import io.headwater.vocabulary.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of expert knowledge hold together, and say what the trade says. */
class TablesTest {

  @Test
  void noRowOfThePriorsPromisesMoreThanAll() {
    for (var row : Rows.of("priors.tsv")) {
      if (row.size() == 4) {
        var sum =
            Arrays.stream(row.get(3).split(" ", -1))
                .mapToDouble(s -> Double.parseDouble(s.substring(s.indexOf('=') + 1)))
                .sum();
        assertThat(sum).as(row.toString()).isBetween(1.0, 101.0);
      }
    }
  }

  @Test
  void everyCauseIsPossibleUnderEveryCode() {
    for (var code : List.of("197", "29", "B7", "9999")) {
      var prior = prior(code, Learned.NOTHING);
      assertThat(prior.keySet()).as(code).hasSize(Cause.values().length);
      assertThat(prior.values()).as(code).allMatch(share -> share > 0);
    }
  }

  @Test
  void whatACodeMayMeanIsLikelierThanWhatItMayNot() {
    var prior = prior("197", Learned.NOTHING);
    for (var cause : Family.of(said("197"))) {
      assertThat(prior.get(cause)).as(cause.code()).isGreaterThan(prior.get(Cause.CODE_AGE));
    }
  }

  @Test
  void aRemarkSaysMoreThanTheReasonItStandsWith() {
    var withRemark =
        Priors.of(
            new Reported(Set.of("197"), Set.of("N351"), Set.of("CO"), Set.of(), Set.of()),
            Verdict.DENIED,
            "P",
            Learned.NOTHING);

    assertThat(withRemark[Cause.AUTH_EXPIRED.ordinal()])
        .isGreaterThan(4 * prior("197", Learned.NOTHING).get(Cause.AUTH_EXPIRED));
  }

  @Test
  void everyStatementOfTheTableIsOneThatIsLookedFor() {
    var known =
        Stream.of(
                Arrays.stream(Observation.values()).map(Observation::evidence),
                Arrays.stream(Likelihoods.Standing.values()).map(Likelihoods.Standing::evidence),
                Arrays.stream(Likelihoods.Word.values()).map(Likelihoods.Word::evidence))
            .flatMap(s -> s)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.toSet());
    var told =
        Likelihoods.all().stream().map(Likelihoods.Ratio::evidence).collect(Collectors.toSet());

    assertThat(told).isEqualTo(known);
    assertThat(Likelihoods.all()).allMatch(r -> r.ratio() > 0);
  }

  @Test
  void whatIsUnknownWeighsNothing() {
    for (var cause : Cause.values()) {
      assertThat(
              new Likelihoods.Weighing(Map.of(Observation.CHECK_ACTIVE, true))
                  .of(cause, Likelihoods.Standing.UNKNOWN, Likelihoods.Word.NOTHING))
          .isEqualTo(1);
    }
  }

  @Test
  void everyActionHasAChanceAndTheSeedsAreTheTradesOwn() {
    for (var action : ActionKind.values()) {
      assertThat(Recoverability.speaksOf(action)).as(action.name()).isTrue();
    }
    assertThat(chance(ActionKind.AMEND_AUTHORIZATION, Cause.AUTH_SCOPE_PROVIDER, Learned.NOTHING))
        .isEqualTo(0.55);
    assertThat(chance(ActionKind.WRITE_OFF, Cause.BILL_REJECTION_UNWORKED, Learned.NOTHING))
        .isEqualTo(0.08);
  }

  @Test
  void everyRoleHasAPart() {
    var roles = Rows.of("parts.tsv").stream().map(row -> Role.valueOf(row.getFirst())).toList();

    assertThat(roles).containsExactlyInAnyOrder(Role.values());
  }

  @Test
  void aPayersOwnOutcomesMoveItsPriorMoreThanThoseOfOthers() {
    var tally = new Tally("P", "197", Cause.AUTH_NUMBER_TYPO, Kind.CAUSE, 10);
    var elsewhere = new Tally("Q", "197", Cause.AUTH_NUMBER_TYPO, Kind.CAUSE, 10);
    var seed = prior("197", Learned.NOTHING).get(Cause.AUTH_NUMBER_TYPO);
    var own = prior("197", new Learned(List.of(tally))).get(Cause.AUTH_NUMBER_TYPO);
    var other = prior("197", new Learned(List.of(elsewhere))).get(Cause.AUTH_NUMBER_TYPO);

    assertThat(seed).isLessThan(other);
    assertThat(other).isLessThanOrEqualTo(own);
    assertThat(prior("29", new Learned(List.of(tally)))).isEqualTo(prior("29", Learned.NOTHING));
  }

  @Test
  void lostAppealsLowerTheChanceAndWonOnesRaiseIt() {
    var seed = chance(ActionKind.APPEAL, Cause.DOC_MED_NECESSITY_LANGUAGE, Learned.NOTHING);

    assertThat(chance(ActionKind.APPEAL, Cause.DOC_MED_NECESSITY_LANGUAGE, came(0, 12)))
        .isLessThan(seed);
    assertThat(chance(ActionKind.APPEAL, Cause.DOC_MED_NECESSITY_LANGUAGE, came(12, 0)))
        .isGreaterThan(seed);
    assertThat(chance(ActionKind.WRITE_OFF, Cause.DOC_MED_NECESSITY_LANGUAGE, came(12, 0)))
        .isEqualTo(chance(ActionKind.WRITE_OFF, Cause.DOC_MED_NECESSITY_LANGUAGE, Learned.NOTHING));
  }

  private static Learned came(long won, long lost) {
    return new Learned(
        List.of(
            new Tally("P", "50", Cause.DOC_MED_NECESSITY_LANGUAGE, Kind.RECOVERED, won),
            new Tally("P", "50", Cause.DOC_MED_NECESSITY_LANGUAGE, Kind.NOT_RECOVERED, lost)));
  }

  private static double chance(ActionKind action, Cause cause, Learned learned) {
    return Recoverability.of(action, cause, false, said("197"), "P", learned);
  }

  private static Map<Cause, Double> prior(String code, Learned learned) {
    var shares = Priors.of(said(code), Verdict.DENIED, "P", learned);
    return Arrays.stream(Cause.values())
        .collect(Collectors.toMap(cause -> cause, cause -> shares[cause.ordinal()]));
  }

  private static Reported said(String code) {
    return new Reported(Set.of(code), Set.of(), Set.of("CO"), Set.of(), Set.of());
  }
}
