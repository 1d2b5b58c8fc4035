package io.headwater.cli.answer;

import static io.headwater.cli.answer.Values.add;
import static io.headwater.cli.answer.Values.bracketed;
import static io.headwater.cli.answer.Values.dollars;
import static io.headwater.cli.answer.Values.each;
import static io.headwater.cli.answer.Values.join;
import static io.headwater.cli.answer.Values.percent;
import static io.headwater.cli.answer.Values.texts;
import static io.headwater.cli.answer.Values.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of the page that looks ahead: what would have paid, what to do by when, and what it is
 * worth.
 */
final class RemedyText {
  private final JsonNode answer;
  private final Page page;

  RemedyText(JsonNode answer, Page page) {
    this.answer = answer;
    this.page = page;
  }

  void write() {
    whatWouldHavePaid();
    action();
  }

  private void whatWouldHavePaid() {
    if (answer.path("counterfactuals").isEmpty()) {
      return;
    }
    page.heading("What would have paid");
    Set<String> locked = new LinkedHashSet<>();
    for (JsonNode each : answer.path("counterfactuals")) {
      if (value(each, "outcome").equals("FORBIDDEN")) {
        each(each.path("changes")).forEach(change -> locked.add(value(change, "fact")));
      } else {
        counterfactual(each);
      }
    }
    if (!locked.isEmpty()) {
      page.paragraph(
          2, "! ", "not to be changed, it would not be true: " + String.join(", ", locked));
    }
  }

  private void counterfactual(JsonNode counterfactual) {
    List<String> changes = each(counterfactual.path("changes")).map(RemedyText::change).toList();
    String outcome = value(counterfactual, "outcome");
    StringBuilder text =
        new StringBuilder(String.join(" and ", changes))
            .append(": ")
            .append(Words.outcome(outcome));
    String paid = dollars(value(counterfactual, "paid"));
    if (outcome.equals("PAYS") && !paid.isEmpty()) {
      text.append(' ').append(paid);
    }
    JsonNode next = counterfactual.path("nextDenial");
    if (next.isObject() && !value(next, "reason").isEmpty()) {
      text.append(" for ").append(value(next, "reason"));
      if (!value(next, "cause").isEmpty()) {
        text.append(" (").append(value(next, "cause")).append(')');
      }
    }
    page.paragraph(2, outcome.equals("PAYS") ? "+ " : "- ", text.toString());
  }

  private static String change(JsonNode change) {
    String from = value(change, "from");
    String to = value(change, "to");
    String fact = value(change, "fact");
    if (from.isEmpty() && to.isEmpty()) {
      return fact;
    }
    return fact + (from.isEmpty() ? "" : " from " + from) + (to.isEmpty() ? "" : " to " + to);
  }

  private void action() {
    JsonNode action = answer.path("action");
    if (!action.isObject()) {
      return;
    }
    String deadline = value(action, "deadline");
    page.heading("What to do" + (deadline.isEmpty() ? "" : ", by " + deadline));
    int number = 0;
    List<String> steps = texts(action.path("steps")).toList();
    for (String step : steps.isEmpty() ? List.of(value(action, "type")) : steps) {
      page.paragraph(2, ++number + ". ", Words.action(step) + " [" + step + "]");
    }
    String basis = join(value(action, "basis"), bracketed(value(action, "policy")));
    if (!basis.isEmpty()) {
      page.paragraph(2, "Because ", basis);
    }
    List<String> worth = new ArrayList<>();
    add(worth, "recoverable ", dollars(value(action, "recoverable")));
    add(worth, "", percent(value(action, "probability"), " likely"));
    add(worth, "so worth ", dollars(value(action, "expectedValue")));
    add(
        worth,
        "about ",
        value(action, "effortMinutes").isEmpty()
            ? ""
            : value(action, "effortMinutes") + " min of work");
    if (!worth.isEmpty()) {
      page.paragraph(2, "Money: ", String.join(", ", worth));
    }
    texts(action.path("guardrails")).forEach(text -> page.paragraph(2, "Mind: ", text));
    JsonNode blast = answer.path("blastRadius");
    if (!value(blast, "amount").isEmpty() && new BigDecimal(value(blast, "amount")).signum() != 0) {
      page.paragraph(
          2,
          "Same cause: ",
          value(blast, "openClaims")
              + " open claims and "
              + value(blast, "futureVisits")
              + " booked visits, "
              + dollars(value(blast, "amount"))
              + " in all");
    }
    answer.path("idle").forEach(wait -> page.paragraph(2, "Waited: ", value(wait, "summary")));
  }
}
