package io.headwater.cli.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.cli.acceptance.AcceptanceCase;
import io.headwater.cli.acceptance.CaseRun;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.demo.DemoPractice;
import io.headwater.cli.feed.DemoFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks a stack about claims whose true causes are known, in practices of their own. */
public final class Accuracy {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PACKS = "gateway/graphql/src/test/resources/packs";

  private final Gateway operator;
  private final Path root;
  private final Consumer<String> tell;

  /**
   * Asks through these doors, whose key may create practices and feign outages.
   *
   * @param root the repository, which holds the denial stories
   */
  public Accuracy(Gateway operator, Path root, Consumer<String> tell) {
    this.operator = operator;
    this.root = root;
    this.tell = tell;
  }

  /**
   * Asks about every planted truth of the demo practice, each as it could be known then.
   *
   * @param folder where the practice is made
   * @param byHandoff hears of each answer under the handoff at which its cause was planted
   */
  public static Score ofDemo(Gateway practice, Path folder, Map<String, Score> byHandoff)
      throws IOException {
    DemoPractice.generate(DemoPractice.SEED, folder);
    DemoFeed.send(practice, folder);
    Score score = new Score();
    for (JsonNode truth : JSON.readTree(folder.resolve("truth.json").toFile()).path("claims")) {
      JsonNode answer =
          practice
              .why(
                  truth.path("controlNumber").asText(),
                  Optional.of(Instant.parse(truth.path("knownAt").asText())))
              .body()
              .path("data")
              .path("whyDenied");
      List<String> roots = new ArrayList<>();
      truth.path("root").forEach(code -> roots.add(code.asText()));
      score.add(roots, answer);
      byHandoff
          .computeIfAbsent(truth.path("handoff").asText(), _ -> new Score())
          .add(roots, answer);
    }
    return score;
  }

  /**
   * Runs everything and gives the page that holds the figures.
   *
   * @param folder where the demo practice is made
   */
  public String run(Path folder) throws IOException {
    tell.accept("asking about the demo practice");
    Map<String, Score> byHandoff = new TreeMap<>();
    Gateway practice =
        operator.as(operator.createPractice(UUID.randomUUID().toString(), "Accuracy"));
    Score demo = ofDemo(practice, folder, byHandoff);
    tell.accept(demo.toString());
    Score packs = packs();
    tell.accept(packs.toString());
    return page(demo, byHandoff, packs);
  }

  private Score packs() {
    List<Path> folders = AcceptanceCase.folders(List.of(root.resolve(PACKS)));
    tell.accept("asking about " + folders.size() + " denial stories");
    Score score = new Score();
    CaseRun run =
        new CaseRun(
            operator,
            (question, answer) -> {
              if (question.expect().root() != null) {
                score.add(question.expect().root(), answer);
              }
            });
    folders.forEach(run::run);
    return score;
  }

  private static String page(Score demo, Map<String, Score> byHandoff, Score packs) {
    return """
    # Accuracy

    Written by `./headwater accuracy` on %s. Every figure comes from questions asked through the doors of a real stack:
    interchanges and records in, the one query out, each claim as it could be known at the instant of its question.

    | asked about | questions | exact roots | at 1 | at 3 | Brier | calibration error |
    |---|---|---|---|---|---|---|
    %s
    %s

    *Exact roots*: the roots named are all the true ones and no other. *At 1*, *at 3*: a true root is the first, or among the
    first three causes. *Brier* and *calibration error* (expected, ten bins) hold the confidence of the first root against whether
    the roots were exactly right; answers that name no root claim nothing and are left out of both.

    **What these figures are.** The truths of the demo practice are planted by our own generator, in a world that follows the
    rules which the examinations know: they show that nothing is lost between a file and an answer, not how real payers behave.
    The stories were written by people who know the trade, but the examinations were built against them: theirs are regression
    figures. On a practice's own claims, `confirmCause` and `outcome` records are what tells; they move the priors by payer.

    ## Reliability: the demo practice

    | confidence | right | answers |
    |---|---|---|
    %s

    ## Reliability: the stories

    | confidence | right | answers |
    |---|---|---|
    %s

    ## The demo practice by the handoff where the cause was planted

    | handoff | questions | exact roots | at 1 | at 3 | Brier | calibration error |
    |---|---|---|---|---|---|---|
    %s
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            demo.row("the demo practice"),
            packs.row("denial stories (regression)"),
            demo.reliability(),
            packs.reliability(),
            byHandoff.entrySet().stream()
                .map(each -> each.getValue().row(each.getKey()))
                .collect(Collectors.joining("\n")));
  }
}
