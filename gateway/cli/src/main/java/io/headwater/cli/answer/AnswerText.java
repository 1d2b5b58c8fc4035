package io.headwater.cli.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Writes one answer as a page: the claim, why, what would have paid, what to do by when, and what
 * was ruled out.
 */
public final class AnswerText {
  private final JsonNode answer;
  private final Page page = new Page();

  private AnswerText(JsonNode whyDenied) {
    this.answer = whyDenied;
  }

  /** The page for the value of {@code whyDenied}. */
  public static String of(JsonNode whyDenied) {
    AnswerText text = new AnswerText(whyDenied);
    text.claim();
    text.causes();
    text.whatWouldHavePaid();
    text.action();
    text.setAside();
    text.timeline();
    return text.page.toString();
  }

  private void claim() {
    JsonNode claim = answer.path("claim");
    page.heading(
        "Claim " + value(answer, "controlNumber") + ": " + Words.verdict(value(answer, "verdict")));
    List<String> facts = new ArrayList<>();
    add(facts, "", payer(claim));
    add(facts, "service on ", value(claim, "serviceDate"));
    add(facts, "patient ", value(claim.path("patient"), "id"));
    add(facts, "billed ", dollars(value(claim, "totalCharge")));
    page.paragraph(2, "", String.join(", ", facts));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("line", "service", "on", "charge", "paid", "denied", "the payer said"));
    for (JsonNode line : answer.path("lines")) {
      Stream<String> code =
          Stream.concat(Stream.of(value(line, "procedure")), texts(line.path("modifiers")));
      rows.add(
          List.of(
              value(line, "number"),
              String.join("-", code.toList()),
              value(line, "serviceDate"),
              dollars(value(line, "charge")),
              dollars(value(line, "paid")),
              dollars(value(line, "denied")),
              String.join(
                  ", ", each(line.path("adjustments")).map(AnswerText::adjustment).toList())));
    }
    if (rows.size() > 1) {
      page.table(2, rows);
    }
  }

  private static String payer(JsonNode claim) {
    String name = value(claim.path("payer"), "name");
    String id = value(claim.path("payer"), "id");
    return name.isEmpty() ? id : name + (id.isEmpty() ? "" : " (" + id + ")");
  }

  private static String adjustment(JsonNode adjustment) {
    String remarks = String.join(" ", texts(adjustment.path("remarks")).toList());
    return value(adjustment, "group")
        + "-"
        + value(adjustment, "reason")
        + (remarks.isEmpty() ? "" : " " + remarks)
        + " "
        + dollars(value(adjustment, "amount"));
  }

  private void causes() {
    if (answer.path("causes").isEmpty()) {
      return;
    }
    page.heading("Why");
    int number = 0;
    for (JsonNode cause : answer.path("causes")) {
      page.paragraph(2, ++number + ". ", standing(cause));
      page.paragraph(5, "", value(cause, "summary"));
      JsonNode origin = cause.path("origin");
      if (origin.isObject() && !value(origin, "summary").isEmpty()) {
        page.paragraph(5, "began ", join(day(value(origin, "at")), value(origin, "summary")));
      }
      each(cause.path("evidence")).forEach(evidence -> evidence(5, evidence));
    }
  }

  private static String standing(JsonNode cause) {
    List<String> parts = new ArrayList<>();
    add(parts, "", Words.fault(value(cause, "fault")));
    add(parts, "", percent(value(cause, "confidence"), " sure"));
    add(parts, "line ", String.join(", ", texts(cause.path("lines")).toList()));
    return Words.role(value(cause, "role"))
        + ": "
        + value(cause, "code")
        + ", "
        + Words.handoff(value(cause, "handoff"))
        + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
  }

  private void evidence(int indent, JsonNode evidence) {
    String mark =
        switch (value(evidence, "polarity")) {
          case "REFUTES" -> "- ";
          case "UNKNOWN" -> "? ";
          default -> "+ ";
        };
    page.paragraph(indent, mark, value(evidence, "statement") + " " + citation(evidence));
  }

  /** The record as it can be looked up: id, version, service, and the two dates. */
  private static String citation(JsonNode evidence) {
    List<String> parts = new ArrayList<>();
    String version = value(evidence, "version");
    add(parts, "", value(evidence, "record") + (version.isEmpty() ? "" : " v" + version));
    add(parts, "", Words.spoken(value(evidence, "service")));
    add(parts, "held ", day(value(evidence, "validAt")));
    add(parts, "known ", day(value(evidence, "recordedAt")));
    return "[" + String.join(", ", parts) + "]";
  }

  private void whatWouldHavePaid() {
    if (answer.path("counterfactuals").isEmpty()) {
      return;
    }
    page.heading("What would have paid");
    for (JsonNode each : answer.path("counterfactuals")) {
      List<String> changes = each(each.path("changes")).map(AnswerText::change).toList();
      String outcome = value(each, "outcome");
      StringBuilder text =
          new StringBuilder(String.join(" and ", changes))
              .append(": ")
              .append(Words.outcome(outcome));
      String paid = dollars(value(each, "paid"));
      if (outcome.equals("PAYS") && !paid.isEmpty()) {
        text.append(' ').append(paid);
      }
      JsonNode next = each.path("nextDenial");
      if (next.isObject() && !value(next, "reason").isEmpty()) {
        text.append(" for ").append(value(next, "reason"));
        if (!value(next, "cause").isEmpty()) {
          text.append(" (").append(value(next, "cause")).append(')');
        }
      }
      page.paragraph(2, outcome.equals("PAYS") ? "+ " : "- ", text.toString());
    }
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
            : value(action, "effortMinutes") + " minutes of work");
    if (!worth.isEmpty()) {
      page.paragraph(2, "Money: ", String.join(", ", worth));
    }
    texts(action.path("guardrails")).forEach(text -> page.paragraph(2, "Mind: ", text));
    JsonNode blast = answer.path("blastRadius");
    if (blast.isObject()) {
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
  }

  private void setAside() {
    if (!answer.path("refuted").isEmpty()) {
      page.heading("Ruled out");
      for (JsonNode refuted : answer.path("refuted")) {
        Set<String> records =
            new TreeSet<>(
                each(refuted.path("evidence")).map(evidence -> value(evidence, "record")).toList());
        page.paragraph(
            2,
            "",
            value(refuted, "code")
                + ": "
                + join(value(refuted, "reason"), bracketed(String.join(", ", records))));
      }
    }
    if (!answer.path("untestable").isEmpty()) {
      page.heading("Could not be tested");
      for (JsonNode untestable : answer.path("untestable")) {
        JsonNode missing = untestable.path("missing");
        String what =
            missing.isArray() ? String.join(", ", texts(missing).toList()) : text(missing);
        page.paragraph(
            2, "", value(untestable, "code") + (what.isEmpty() ? "" : ": missing " + what));
      }
    }
    for (JsonNode missing : answer.path("completeness").path("missing")) {
      page.paragraph(
          2, "! ", value(missing, "service") + " did not answer: " + value(missing, "reason"));
    }
  }

  private void timeline() {
    if (answer.path("timeline").isEmpty()) {
      return;
    }
    page.heading("How it went");
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode event : answer.path("timeline")) {
      rows.add(
          List.of(
              day(value(event, "at")), value(event, "event"), bracketed(value(event, "record"))));
    }
    page.table(2, rows);
  }

  private static void add(List<String> parts, String before, String text) {
    if (!text.isBlank()) {
      parts.add(before + text);
    }
  }

  private static String join(String first, String second) {
    return (first + " " + second).strip();
  }

  private static String bracketed(String text) {
    return text.isEmpty() ? "" : "[" + text + "]";
  }

  private static String day(String instant) {
    return instant.length() > 10 ? instant.substring(0, 10) : instant;
  }

  private static String dollars(String amount) {
    return amount.isEmpty()
        ? ""
        : "$" + new BigDecimal(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String percent(String share, String after) {
    if (share.isEmpty()) {
      return "";
    }
    return new BigDecimal(share).movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " %" + after;
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static Stream<String> texts(JsonNode list) {
    return each(list).map(AnswerText::text).filter(text -> !text.isEmpty());
  }

  private static String value(JsonNode node, String field) {
    return text(node.path(field));
  }

  private static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : node.asText();
  }
}
