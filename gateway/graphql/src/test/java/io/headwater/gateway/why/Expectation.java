package io.headwater.gateway.why;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.rootcause.Diagnosis;
import io.headwater.vocabulary.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What an expert expects of an answer, held against the answer. */
final class Expectation {

  private final JsonNode expect;
  private final Diagnosis answer;
  private final List<String> unmet = new ArrayList<>();

  private Expectation(JsonNode expect, Diagnosis answer) {
    this.expect = expect;
    this.answer = answer;
  }

  /** What does not hold; empty when everything does. */
  static List<String> unmet(JsonNode expect, Diagnosis answer) {
    var e = new Expectation(expect, answer);
    e.causes();
    e.lists();
    e.action();
    e.counterfactuals();
    e.money();
    return e.unmet;
  }

  private void need(boolean holds, String what) {
    if (!holds) {
      unmet.add(what);
    }
  }

  private boolean cause(String code, Predicate<Diagnosis.Finding> test) {
    return answer.causes().stream().anyMatch(f -> f.code().code().equals(code) && test.test(f));
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new TreeSet<String>();
    list.forEach(t -> texts.add(t.asText()));
    return texts;
  }

  private void causes() {
    if (expect.has("verdict")) {
      need(
          expect.path("verdict").asText().equals(String.valueOf(answer.verdict())),
          "verdict " + answer.verdict());
    }
    var roots =
        answer.causes().stream()
            .filter(f -> f.role() == Role.ROOT)
            .map(f -> f.code().code())
            .collect(Collectors.toCollection(TreeSet::new));
    if (expect.has("root")) {
      need(texts(expect.path("root")).equals(roots), "root " + roots);
    }
    expect
        .path("roles")
        .properties()
        .forEach(
            r ->
                need(
                    cause(r.getKey(), f -> f.role().name().equals(r.getValue().asText())),
                    "role of " + r.getKey()));
    expect
        .path("faults")
        .properties()
        .forEach(
            r ->
                need(
                    cause(r.getKey(), f -> f.fault().name().equals(r.getValue().asText())),
                    "fault of " + r.getKey()));
    expect
        .path("cites")
        .properties()
        .forEach(
            r ->
                texts(r.getValue())
                    .forEach(
                        id ->
                            need(
                                cause(
                                    r.getKey(),
                                    f ->
                                        f.evidence().stream().anyMatch(v -> v.record().equals(id))),
                                "citation of " + id + " for " + r.getKey())));
  }

  private void lists() {
    texts(expect.path("refuted"))
        .forEach(
            c ->
                need(
                    answer.refuted().stream().anyMatch(r -> r.code().code().equals(c)),
                    "refuted " + c));
    texts(expect.path("untestable"))
        .forEach(
            c ->
                need(
                    answer.untestable().stream().anyMatch(r -> r.code().code().equals(c)),
                    "untestable " + c));
    texts(expect.path("notCauses"))
        .forEach(c -> need(!cause(c, f -> f.role() != Role.NOTE), "no cause " + c));
  }

  private void action() {
    var wanted = expect.path("action");
    if (wanted.isMissingNode()) {
      return;
    }
    var action = answer.action();
    need(action != null, "an action");
    if (action == null) {
      return;
    }
    if (wanted.has("type")) {
      need(wanted.path("type").asText().equals(action.type().name()), "action " + action.type());
    }
    if (wanted.has("typeIn")) {
      need(texts(wanted.path("typeIn")).contains(action.type().name()), "action " + action.type());
    }
    if (wanted.has("deadline")) {
      need(
          wanted.path("deadline").asText().equals(String.valueOf(action.deadline())),
          "deadline " + action.deadline());
    }
    texts(wanted.path("stepsInclude"))
        .forEach(s -> need(action.steps().stream().anyMatch(k -> k.name().equals(s)), "step " + s));
  }

  private void counterfactuals() {
    for (var wanted : expect.path("counterfactuals")) {
      Predicate<Set<String>> facts =
          wanted.has("fact")
              ? f -> f.contains(wanted.path("fact").asText())
              : f -> f.equals(texts(wanted.path("facts")));
      need(
          answer.counterfactuals().stream()
              .anyMatch(
                  c ->
                      c.outcome().name().equals(wanted.path("outcome").asText())
                          && facts.test(
                              c.changes().stream()
                                  .map(Diagnosis.Change::fact)
                                  .collect(Collectors.toSet()))),
          "counterfactual " + wanted);
    }
  }

  private void money() {
    expect
        .path("lines")
        .properties()
        .forEach(
            l ->
                need(
                    answer.lines().stream()
                        .anyMatch(
                            k ->
                                String.valueOf(k.number()).equals(l.getKey())
                                    && k.denied()
                                            .compareTo(
                                                new BigDecimal(
                                                    l.getValue().path("denied").asText()))
                                        == 0),
                    "line " + l.getKey()));
    var money = expect.path("money");
    if (money.has("denied")) {
      var denied =
          answer.lines().stream()
              .map(Diagnosis.Line::denied)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      need(
          denied.compareTo(new BigDecimal(money.path("denied").asText())) == 0, "denied " + denied);
    }
    if (money.has("recoverable")) {
      var wanted = new BigDecimal(money.path("recoverable").asText());
      var got = answer.action() == null ? BigDecimal.ONE.negate() : answer.action().recoverable();
      need(
          got.subtract(wanted).abs().compareTo(wanted.multiply(new BigDecimal("0.05"))) <= 0,
          "recoverable " + got);
    }
  }
}
