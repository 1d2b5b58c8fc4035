package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.Diagnosis;
import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Outcome;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds of every answer to every story, whichever service is away. */
class PackPropertiesTest {

  private static final List<Owner> OWNERS =
      List.of(
          Owner.ELIGIBILITY,
          Owner.CREDENTIALING,
          Owner.AUTHORIZATIONS,
          Owner.CLAIMS,
          Owner.PAYMENTS);

  @Test
  void whatAServiceThatIsAwayKnowsIsNeverRefuted() throws IOException {
    everyAnswer(
        (away, answer) ->
            assertThat(answer.refuted())
                .as(answer.controlNumber())
                .noneMatch(r -> away.contains(r.code().owner())));
  }

  @Test
  void whatHappenedInTheRoomIsNeverProposedForChange() throws IOException {
    everyAnswer(
        (_, answer) ->
            assertThat(answer.counterfactuals())
                .as(answer.controlNumber())
                .filteredOn(c -> c.outcome() != Outcome.FORBIDDEN)
                .flatExtracting(Diagnosis.Counterfactual::changes)
                .noneMatch(c -> c.fact().startsWith("encounter.")));
  }

  @Test
  void theGuardrailsHold() throws IOException {
    everyAnswer(
        (_, answer) -> {
          if (answer.action() == null) {
            return;
          }
          var remarks = new ArrayList<String>();
          var groups = new ArrayList<String>();
          answer
              .lines()
              .forEach(
                  l ->
                      l.adjustments()
                          .forEach(
                              a -> {
                                remarks.addAll(a.remarks());
                                groups.add(l.denied().signum() > 0 ? a.group() : "");
                              }));
          if (remarks.contains("MA130") || remarks.contains("N211")) {
            assertThat(answer.action().steps())
                .as(answer.controlNumber())
                .doesNotContain(ActionKind.APPEAL);
          }
          if (groups.contains("CO")) {
            assertThat(answer.action().type())
                .as(answer.controlNumber())
                .isNotEqualTo(ActionKind.PATIENT_STATEMENT);
          }
        });
  }

  @Test
  void whatIsRefutedIsRefutedByARecordAndNeverAlsoOpen() throws IOException {
    everyAnswer(
        (_, answer) -> {
          assertThat(answer.refuted())
              .as(answer.controlNumber())
              .noneMatch(r -> r.evidence().isEmpty());
          var open = answer.untestable().stream().map(Diagnosis.Untestable::code).toList();
          assertThat(answer.refuted())
              .as(answer.controlNumber())
              .noneMatch(r -> open.contains(r.code()));
        });
  }

  @Test
  void aChangeStandsOnceAndChangesSomething() throws IOException {
    everyAnswer(
        (_, answer) -> {
          assertThat(answer.counterfactuals().stream().map(c -> Set.copyOf(c.changes())))
              .as(answer.controlNumber())
              .doesNotHaveDuplicates();
          assertThat(answer.counterfactuals())
              .as(answer.controlNumber())
              .flatExtracting(Diagnosis.Counterfactual::changes)
              .noneMatch(c -> c.to() == null || c.to().equals(c.from()));
        });
  }

  @Test
  void severalShareTheRootOnlyWhereNoneOfThemIsEnough() throws IOException {
    everyAnswer(
        (_, answer) -> {
          var roots = answer.causes().stream().filter(c -> c.role() == Role.ROOT).count();
          var lines = answer.lines().stream().filter(l -> l.denied().signum() > 0).count();
          if (roots > 1 && lines == 1) {
            assertThat(answer.counterfactuals())
                .as(answer.controlNumber())
                .noneMatch(c -> c.outcome() == Outcome.PAYS && c.changes().size() == 1);
          }
        });
  }

  @Test
  void aDeadlineThatHasPassedIsSaidToAndNothingIsToBeDoneByIt() throws IOException {
    for (var folder : folders()) {
      var pack = Pack.read(folder);
      var later = pack.latest().plus(Duration.ofDays(400));
      var action = pack.answer(later, Set.of()).action();
      if (action != null && action.deadline() != null) {
        var passed = action.deadline().isBefore(LocalDate.ofInstant(later, ZoneOffset.UTC));
        assertThat(action.basis().contains("passed")).as(folder + " " + action).isEqualTo(passed);
        if (passed) {
          assertThat(action.type())
              .as(folder + " " + action)
              .isIn(ActionKind.WRITE_OFF, ActionKind.WAIT, ActionKind.COMPLIANCE_REVIEW);
        }
      }
    }
  }

  private static void everyAnswer(BiConsumer<Set<Owner>, Diagnosis> check) throws IOException {
    for (var folder : folders()) {
      var pack = Pack.read(folder);
      check.accept(Set.of(), pack.answer(pack.latest(), Set.of()));
      for (var owner : OWNERS) {
        var away = EnumSet.of(owner);
        check.accept(away, pack.answer(pack.latest(), away));
      }
    }
  }

  private static List<Path> folders() throws IOException {
    try (var all = Files.list(Path.of("src/test/resources/packs"))) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }
}
