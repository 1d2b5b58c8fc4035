package io.headwater.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.rootcause.Diagnosis;
import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Counterfactual;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.Recorded;
import io.headwater.rootcause.WhyDenied;
import io.headwater.rootcause.fact.Encounter;
import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Outcome;
import io.headwater.vocabulary.Owner;
import io.headwater.vocabulary.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds of every answer, whatever is known: over the stories of the packs told otherwise, with
 * services away, records lost, other codes and other remarks.
 */
class AnswerProperties {

  private static final List<Owner> OWNERS =
      List.of(
          Owner.ELIGIBILITY,
          Owner.CREDENTIALING,
          Owner.AUTHORIZATIONS,
          Owner.CLAIMS,
          Owner.PAYMENTS);

  private static final Set<String> LOCKED =
      Set.of(
          "encounter.treatingNpi",
          "encounter.minutes",
          "encounter.modality",
          "encounter.patientLocation",
          "encounter.serviceDate",
          "encounter.diagnoses",
          "claim.serviceDate");

  private static final List<Story> STORIES = stories();

  private record Story(Pack pack, JsonNode question) {}

  private static List<Story> stories() {
    var stories = new ArrayList<Story>();
    try (var all = Files.list(Path.of("src/test/resources/packs"))) {
      for (var folder : all.filter(Files::isDirectory).sorted().toList()) {
        var pack = Pack.read(folder);
        pack.questions().forEach(q -> stories.add(new Story(pack, q)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(stories);
  }

  /**
   * A story told otherwise.
   *
   * @param lost of each kind of record, those whose place in the list has its bit set
   * @param reason the reason of every denying adjustment, or empty for the story's own
   * @param remark a remark added to every line, or empty
   * @param group the group of every denying adjustment, or empty for the story's own
   */
  record Otherwise(
      int story, Set<Owner> away, long lost, String reason, String remark, String group) {

    Dossier dossier() {
      var told = STORIES.get(story);
      return Retold.of(told.pack().dossier(told.pack().instant(told.question()), away), this);
    }
  }

  @Provide
  Arbitrary<Otherwise> otherwise() {
    return Combinators.combine(
            Arbitraries.integers().between(0, STORIES.size() - 1),
            Arbitraries.of(OWNERS).set().ofMinSize(0).ofMaxSize(2),
            Arbitraries.longs().between(0, Long.MAX_VALUE).map(n -> n & n >> 7 & n >> 13),
            Arbitraries.of(
                "", "", "16", "18", "22", "27", "29", "50", "96", "97", "109", "119", "150", "197",
                "198", "204", "252", "B7", "9999"),
            Arbitraries.of("", "", "MA130", "N211", "N290", "N687", "M62", "ZZ9"),
            Arbitraries.of("", "", "CO", "PR", "OA", "PI", "CR"))
        .as(Otherwise::new);
  }

  @Property(tries = 400)
  void unknownIsNotRefuted(@ForAll("otherwise") Otherwise told) {
    assertThat(answer(told).refuted()).noneMatch(r -> told.away().contains(r.code().owner()));
  }

  @Property(tries = 400)
  void whatHappenedInTheRoomIsNeverProposedForChange(@ForAll("otherwise") Otherwise told) {
    var dossier = told.dossier();
    var treated =
        dossier.encounters().stream()
            .map(Recorded::fact)
            .flatMap(e -> clinicians(e).stream())
            .collect(Collectors.toSet());
    dossier.supervisions().forEach(s -> treated.add(s.fact().supervisorNpi()));
    var noted =
        dossier.encounters().stream()
            .flatMap(e -> e.fact().diagnoses().stream())
            .collect(Collectors.toSet());
    for (var counterfactual : answer(told).counterfactuals()) {
      if (counterfactual.outcome() == Outcome.FORBIDDEN) {
        continue;
      }
      for (var change : counterfactual.changes()) {
        assertThat(LOCKED).doesNotContain(change.fact());
        if (change.fact().equals("claim.renderingNpi") && change.to().matches("\\d{10}")) {
          assertThat(treated).contains(change.to());
        }
        if (change.fact().equals("schedule.serviceDate")) {
          assertThat(counterfactual.kind()).isEqualTo(Kind.PREVENTION);
        }
        if (change.fact().equals("claim.diagnoses") && !noted.isEmpty()) {
          assertThat(noted.stream().anyMatch(d -> change.to().contains(d)) || !codes(change.to()))
              .as(change.toString())
              .isTrue();
        }
      }
    }
  }

  private static boolean codes(String text) {
    return text.matches(".*[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]+)?.*");
  }

  private static List<String> clinicians(Encounter e) {
    var named = new ArrayList<String>();
    named.add(e.treatingNpi());
    named.add(e.supervisorNpi());
    return named;
  }

  @Property(tries = 400)
  void noPartOfAJointChangeThatPaysPaysAlone(@ForAll("otherwise") Otherwise told) {
    var pays =
        answer(told).counterfactuals().stream()
            .filter(c -> c.outcome() == Outcome.PAYS)
            .map(Counterfactual::changes)
            .map(HashSet<Change>::new)
            .toList();
    for (var changes : pays) {
      assertThat(pays)
          .noneMatch(fewer -> fewer.size() < changes.size() && changes.containsAll(fewer));
    }
  }

  @Property(tries = 800)
  void theGuardrailsHold(@ForAll("otherwise") Otherwise told) {
    var answer = answer(told);
    if (answer.action() == null) {
      return;
    }
    var steps = answer.action().steps();
    var denied =
        answer.lines().stream()
            .filter(l -> l.denied().signum() > 0)
            .flatMap(l -> l.adjustments().stream())
            .toList();
    if (denied.stream().anyMatch(a -> a.remarks().contains("MA130"))) {
      assertThat(steps).doesNotContain(ActionKind.APPEAL);
      if (!steps.contains(
          ActionKind.WAIT)) { // a claim sent too early replaces the first, not itself
        assertThat(steps).doesNotContain(ActionKind.CORRECT_AND_REPLACE);
      }
    }
    if (denied.stream().anyMatch(a -> a.remarks().contains("N211"))) {
      assertThat(steps).doesNotContain(ActionKind.APPEAL);
    }
    if (!denied.isEmpty() && denied.stream().allMatch(a -> "CO".equals(a.group()))) {
      assertThat(steps).doesNotContain(ActionKind.PATIENT_STATEMENT);
    }
    if (steps.contains(ActionKind.REROUTE)) {
      assertThat(steps).doesNotContain(ActionKind.CORRECT_AND_REPLACE);
    }
    if (steps.contains(ActionKind.CORRECT_AND_REPLACE)) {
      assertThat(answer.verdict()).isNotIn(Verdict.REJECTED, Verdict.PENDING);
      assertThat(told.dossier().claimPayments())
          .extracting(Recorded::fact)
          .anyMatch(p -> !"22".equals(p.status()));
    }
  }

  @Property(tries = 400)
  void theSameFactsGiveTheSameAnswer(@ForAll("otherwise") Otherwise told) {
    assertThat(answer(told)).isEqualTo(answer(told));
  }

  @Property(tries = 400)
  void nothingIsCitedThatWasLearnedLaterThanAsked(@ForAll("otherwise") Otherwise told) {
    var known = told.dossier().knownAt();
    assertThat(answer(told).causes())
        .flatExtracting(Diagnosis.Finding::evidence)
        .noneMatch(e -> e.recordedAt().isAfter(known));
  }

  private static Diagnosis answer(Otherwise told) {
    return WhyDenied.diagnose(told.dossier());
  }
}
