package io.headwater.cli.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What changed between two answers, as a person wants to read it. */
public final class ChangedText {
  private final JsonNode changed;
  private final Page page = new Page();

  private ChangedText(JsonNode changed) {
    this.changed = changed;
  }

  /** The text of an answer of the query {@code whyChanged}. */
  public static String of(JsonNode whyChanged) {
    return new ChangedText(whyChanged).text();
  }

  private String text() {
    page.heading(
        "Claim "
            + Values.value(changed, "controlNumber")
            + ", from "
            + Values.value(changed, "from")
            + " to "
            + Values.value(changed, "to"));
    if (!changed.path("changed").asBoolean()) {
      page.paragraph(2, "", "Nothing changed.");
      return page.toString();
    }
    beforeAndAfter();
    causes();
    through();
    return page.toString();
  }

  private void beforeAndAfter() {
    List<List<String>> rows = new ArrayList<>();
    row(rows, "verdict", text("verdict", "before"), text("verdict", "after"));
    row(rows, "to do", steps("before"), steps("after"));
    row(rows, "by", text("deadline", "before"), text("deadline", "after"));
    for (String money : List.of("denied", "recoverable", "expectedValue")) {
      row(
          rows,
          money.equals("expectedValue") ? "worth trying" : money,
          Values.dollars(text(money, "before")),
          Values.dollars(text(money, "after")));
    }
    if (!rows.isEmpty()) {
      page.table(2, rows);
    }
  }

  private static void row(List<List<String>> rows, String what, String before, String after) {
    if (!before.equals(after)) {
      rows.add(List.of(what, before.isEmpty() ? "-" : before, "->", after.isEmpty() ? "-" : after));
    }
  }

  private String text(String what, String when) {
    return Values.value(changed.path(what), when);
  }

  private String steps(String when) {
    return String.join(
        ", ",
        Values.texts(changed.path("action").path(when).path("steps")).map(Words::spoken).toList());
  }

  private void causes() {
    if (changed.path("causes").isEmpty()) {
      return;
    }
    page.heading("CAUSES");
    for (JsonNode cause : changed.path("causes")) {
      page.paragraph(
          2,
          Values.value(cause, "code") + "  ",
          how(
              Values.value(cause, "kind"),
              Words.spoken(Values.value(cause, "roleBefore")),
              Words.spoken(Values.value(cause, "roleAfter")),
              Values.percent(Values.value(cause, "confidenceBefore"), ""),
              Values.percent(Values.value(cause, "confidenceAfter"), "")));
    }
  }

  private static String how(String kind, String was, String is, String wasSure, String isSure) {
    return switch (kind) {
      case "ADDED" -> "came, as " + is + ", " + isSure + " sure";
      case "REMOVED" -> "went; it was " + was + ", " + wasSure + " sure";
      case "OTHER_ROLE" -> "was " + was + ", is " + is + ", " + isSure + " sure";
      default -> is + ", was " + wasSure + " sure, is " + isSure;
    };
  }

  private void through() {
    page.heading("THROUGH");
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode record : changed.path("records")) {
      rows.add(
          List.of(
              Values.value(record, "recordedAt"),
              Values.value(record, "kind"),
              Values.value(record, "record"),
              "version " + Values.value(record, "version"),
              "(" + Words.spoken(Values.value(record, "service")) + ")"));
    }
    page.table(2, rows);
    if (changed.path("timePassed").asBoolean()) {
      page.paragraph(
          2, "", "Time passed: something changed by that alone, as when a window closed.");
    }
    if (changed.path("learned").asBoolean()) {
      page.paragraph(
          2, "", "Outcomes of other claims, confirmed in between, made it surer or less.");
    }
  }
}
