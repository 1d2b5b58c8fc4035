package io.headwater.cli.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Holds an answer of the one query against an expectation; every part that fails is told, not only
 * the first.
 */
final class ExpectationCheck {
  private static final BigDecimal TOLERANCE = new BigDecimal("0.05");

  private final JsonNode answer;
  private final List<String> mismatches = new ArrayList<>();

  private ExpectationCheck(JsonNode answer) {
    this.answer = answer;
  }

  /** What does not hold, a line each: what was expected and what came. */
  static List<String> mismatches(Expectation expected, JsonNode whyDenied) {
    ExpectationCheck check = new ExpectationCheck(whyDenied);
    check.verdictAndCauses(expected);
    check.evidence(expected);
    if (expected.action() != null) {
      check.action(expected.action());
    }
    expected.counterfactuals().forEach(check::counterfactual);
    check.money(expected);
    return check.mismatches;
  }

  private void verdictAndCauses(Expectation expected) {
    if (expected.verdict() != null) {
      same("verdict", expected.verdict(), answer.path("verdict").asText());
    }
    if (expected.root() != null) {
      same(
          "root",
          new TreeSet<>(expected.root()),
          codes("causes", cause -> role(cause).equals("ROOT")));
    }
    expected
        .roles()
        .forEach(
            (code, role) ->
                amongst("role of " + code, role, values(causes(code), cause -> role(cause))));
    expected
        .faults()
        .forEach(
            (code, fault) ->
                amongst(
                    "fault of " + code,
                    fault,
                    values(causes(code), cause -> cause.path("fault").asText())));
    contains("refuted", expected.refuted(), codes("refuted", _ -> true));
    contains("untestable", expected.untestable(), codes("untestable", _ -> true));
    Set<String> blamed = codes("causes", cause -> !role(cause).equals("NOTE"));
    for (String code : expected.notCauses()) {
      if (blamed.contains(code)) {
        mismatches.add("notCauses: expected no " + code + ", came " + blamed);
      }
    }
  }

  private void evidence(Expectation expected) {
    expected
        .cites()
        .forEach(
            (code, records) ->
                contains(
                    "records cited for " + code,
                    records,
                    new TreeSet<>(
                        causes(code)
                            .flatMap(cause -> each(cause.path("evidence")))
                            .map(evidence -> evidence.path("record").asText())
                            .toList())));
  }

  private void action(Expectation.Action expected) {
    JsonNode action = answer.path("action");
    if (expected.type() != null) {
      same("action type", expected.type(), action.path("type").asText());
    }
    if (expected.typeIn() != null && !expected.typeIn().contains(action.path("type").asText())) {
      mismatches.add(
          "action type: expected one of "
              + expected.typeIn()
              + ", came "
              + action.path("type").asText("nothing"));
    }
    if (expected.deadline() != null) {
      same("action deadline", expected.deadline().toString(), action.path("deadline").asText());
    }
    if (expected.stepsInclude() != null) {
      contains(
          "action steps",
          expected.stepsInclude(),
          each(action.path("steps")).map(JsonNode::asText).toList());
    }
  }

  private void counterfactual(Expectation.Counterfactual expected) {
    List<String> came = new ArrayList<>();
    for (JsonNode each : answer.path("counterfactuals")) {
      Set<String> facts =
          new TreeSet<>(
              each(each.path("changes")).map(change -> change.path("fact").asText()).toList());
      boolean met =
          expected.facts() == null
              ? facts.contains(expected.fact())
              : facts.equals(new TreeSet<>(expected.facts()));
      if (met && each.path("outcome").asText().equals(expected.outcome())) {
        return;
      }
      came.add(facts + " " + each.path("outcome").asText());
    }
    Object change = expected.facts() == null ? expected.fact() : expected.facts();
    mismatches.add(
        "counterfactual: expected " + change + " " + expected.outcome() + ", came " + came);
  }

  private void money(Expectation expected) {
    expected
        .lines()
        .forEach(
            (number, money) -> {
              List<String> came =
                  each(answer.path("lines"))
                      .filter(line -> line.path("number").asText().equals(number))
                      .map(line -> line.path("denied").asText())
                      .toList();
              if (money.denied() != null
                  && came.stream().noneMatch(text -> equal(money.denied(), text))) {
                mismatches.add(
                    "line " + number + " denied: expected " + money.denied() + ", came " + came);
              }
            });
    if (expected.money() == null) {
      return;
    }
    if (expected.money().denied() != null) {
      BigDecimal denied =
          each(answer.path("lines"))
              .map(line -> amount(line.path("denied").asText()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (denied.compareTo(expected.money().denied()) != 0) {
        mismatches.add("money denied: expected " + expected.money().denied() + ", came " + denied);
      }
    }
    if (expected.money().recoverable() != null) {
      recoverable(expected.money().recoverable(), answer.path("action").path("recoverable"));
    }
  }

  private void recoverable(BigDecimal expected, JsonNode came) {
    boolean near =
        !came.isMissingNode()
            && !came.isNull()
            && amount(came.asText())
                    .subtract(expected)
                    .abs()
                    .compareTo(expected.multiply(TOLERANCE))
                <= 0;
    if (!near) {
      mismatches.add(
          "money recoverable: expected " + expected + ", came " + came.asText("nothing"));
    }
  }

  private void same(String what, Object expected, Object came) {
    if (!Objects.equals(expected, came)) {
      mismatches.add(what + ": expected " + expected + ", came " + came);
    }
  }

  private void amongst(String what, String expected, List<String> came) {
    if (!came.contains(expected)) {
      mismatches.add(
          what + ": expected " + expected + ", came " + (came.isEmpty() ? "no such cause" : came));
    }
  }

  private void contains(String what, Collection<String> expected, Collection<String> came) {
    List<String> missing = expected.stream().filter(each -> !came.contains(each)).toList();
    if (!missing.isEmpty()) {
      mismatches.add(what + ": expected " + missing + " as well, came " + came);
    }
  }

  private Set<String> codes(String list, Predicate<JsonNode> which) {
    return new TreeSet<>(
        each(answer.path(list)).filter(which).map(node -> node.path("code").asText()).toList());
  }

  private Stream<JsonNode> causes(String code) {
    return each(answer.path("causes")).filter(cause -> cause.path("code").asText().equals(code));
  }

  private static List<String> values(Stream<JsonNode> nodes, Function<JsonNode, String> value) {
    return nodes.map(value).toList();
  }

  private static String role(JsonNode cause) {
    return cause.path("role").asText();
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static boolean equal(BigDecimal expected, String came) {
    return !came.isBlank() && amount(came).compareTo(expected) == 0;
  }

  private static BigDecimal amount(String text) {
    return text.isBlank() || text.equals("null") ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
