package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.rootcause.Diagnosis;
import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Outcome;
import io.headwater.vocabulary.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static void everyAnswer(BiConsumer<Set<Owner>, Diagnosis> check) throws IOException {
    List<Path> folders;
    try (var all = Files.list(Path.of("src/test/resources/packs"))) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    for (var folder : folders) {
      var pack = Pack.read(folder);
      check.accept(Set.of(), pack.answer(pack.latest(), Set.of()));
      for (var owner : OWNERS) {
        var away = EnumSet.of(owner);
        check.accept(away, pack.answer(pack.latest(), away));
      }
    }
  }
}
