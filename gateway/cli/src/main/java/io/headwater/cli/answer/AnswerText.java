package io.headwater.cli.answer;

import static io.headwater.cli.answer.Values.add;
import static io.headwater.cli.answer.Values.bracketed;
import static io.headwater.cli.answer.Values.day;
import static io.headwater.cli.answer.Values.dollars;
import static io.headwater.cli.answer.Values.each;
import static io.headwater.cli.answer.Values.join;
import static io.headwater.cli.answer.Values.percent;
import static io.headwater.cli.answer.Values.text;
import static io.headwater.cli.answer.Values.texts;
import static io.headwater.cli.answer.Values.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
    new RemedyText(whyDenied, text.page).write();
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
    labels().forEach(label -> page.paragraph(2, "", label));
  }

  /** The payer's codes in plain words, each once. */
  private Set<String> labels() {
    Set<String> labels = new LinkedHashSet<>();
    for (JsonNode line : answer.path("lines")) {
      for (JsonNode adjustment : line.path("adjustments")) {
        String label = value(adjustment, "label");
        if (!label.isEmpty()) {
          labels.add(value(adjustment, "reason") + " " + label);
        }
        texts(adjustment.path("remarkLabels")).filter(t -> t.contains(" ")).forEach(labels::add);
      }
    }
    return labels;
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

  private void setAside() {
    ruledOut();
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

  /** In full what lies at the same handoffs as the causes; of the rest, the codes. */
  private void ruledOut() {
    if (answer.path("refuted").isEmpty()) {
      return;
    }
    Set<String> near = new TreeSet<>(each(answer.path("causes")).map(AnswerText::prefix).toList());
    List<String> far = new ArrayList<>();
    page.heading("Ruled out");
    for (JsonNode refuted : answer.path("refuted")) {
      if (!near.contains(prefix(refuted))) {
        far.add(value(refuted, "code"));
        continue;
      }
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
    if (!far.isEmpty()) {
      page.paragraph(
          2, far.size() < answer.path("refuted").size() ? "Also " : "", String.join(", ", far));
    }
  }

  private static String prefix(JsonNode cause) {
    return value(cause, "code").replaceFirst("\\..*", "");
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
}
