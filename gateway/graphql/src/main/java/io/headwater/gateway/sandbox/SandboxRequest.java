package io.headwater.gateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.gateway.problem.Problem;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.rootcause.PayerDefect;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is asked of a sandbox, checked; a field that is not known is refused by its name. */
final class SandboxRequest {

  private static final int MOST_PAYERS = 100;
  private static final int LONGEST = 80;
  private static final int MOST_DAYS = 365;
  private static final int USUAL_DAYS = 14;

  private SandboxRequest() {}

  /** The settings asked for; today is null where it is left as it is. */
  static Settings settings(JsonNode body) {
    known(body, "payers", "days", "defects", "today");
    var payers = new LinkedHashSet<String>();
    for (var payer : list(body, "payers")) {
      if (!payer.isTextual()
          || payer.textValue().isBlank()
          || payer.textValue().length() > LONGEST) {
        throw ProblemKind.BODY_INVALID.with("/payers holds what is no payer id");
      }
      payers.add(payer.textValue());
    }
    if (payers.size() > MOST_PAYERS) {
      throw ProblemKind.BODY_INVALID.with("/payers are more than " + MOST_PAYERS);
    }
    var defects = EnumSet.noneOf(PayerDefect.class);
    for (var name : list(body, "defects")) {
      defects.add(
          List.of(PayerDefect.values()).stream()
              .filter(d -> d.name().equals(name.asText()))
              .findFirst()
              .orElseThrow(() -> ProblemKind.BODY_INVALID.with("/defects holds an unknown one")));
    }
    var days = body.path("days");
    if (!days.isMissingNode()
        && (!days.isInt() || days.intValue() < 0 || days.intValue() > MOST_DAYS)) {
      throw ProblemKind.BODY_INVALID.with("/days must be a number from 0 to " + MOST_DAYS);
    }
    var today = body.path("today");
    return new Settings(
        payers,
        days.asInt(USUAL_DAYS),
        defects,
        today.isMissingNode() ? null : date(today, "/today"));
  }

  /** The day asked for: so many days on, or a date. */
  static LocalDate day(JsonNode body, LocalDate today) {
    known(body, "advanceDays", "to");
    var by = body.path("advanceDays");
    var to = body.path("to");
    if (by.isMissingNode() == to.isMissingNode()) {
      throw ProblemKind.BODY_INVALID.with("either /advanceDays or /to is needed");
    }
    if (!to.isMissingNode()) {
      return date(to, "/to");
    }
    if (!by.isInt() || by.intValue() < 0) {
      throw ProblemKind.BODY_INVALID.with("/advanceDays must be a number of days");
    }
    return today.plusDays(by.intValue());
  }

  private static JsonNode list(JsonNode body, String field) {
    var list = body.path(field);
    if (!list.isMissingNode() && !list.isArray()) {
      throw ProblemKind.BODY_INVALID.with("/" + field + " must be a list");
    }
    return list;
  }

  private static void known(JsonNode body, String... fields) {
    if (body == null || !body.isObject()) {
      throw ProblemKind.BODY_INVALID.with("an object is needed");
    }
    var names = Set.of(fields);
    for (var field : body.properties()) {
      if (!names.contains(field.getKey())) {
        throw ProblemKind.BODY_INVALID.with("/" + field.getKey() + " is not known");
      }
    }
  }

  private static LocalDate date(JsonNode text, String pointer) {
    try {
      return LocalDate.parse(text.asText());
    } catch (DateTimeException e) {
      throw notADay(pointer);
    }
  }

  private static Problem notADay(String pointer) {
    return ProblemKind.BODY_INVALID.with(pointer + " must be a day such as 2026-04-01");
  }
}
