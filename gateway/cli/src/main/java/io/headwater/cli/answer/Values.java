package io.headwater.cli.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads values out of the answer as a person writes them; what is missing is an empty text. */
final class Values {
  private Values() {}

  static void add(List<String> parts, String before, String text) {
    if (!text.isBlank()) {
      parts.add(before + text);
    }
  }

  static String join(String first, String second) {
    return (first + " " + second).strip();
  }

  static String bracketed(String text) {
    return text.isEmpty() ? "" : "[" + text + "]";
  }

  static String day(String instant) {
    return instant.length() > 10 ? instant.substring(0, 10) : instant;
  }

  static String dollars(String amount) {
    return amount.isEmpty()
        ? ""
        : "$" + new BigDecimal(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  static String percent(String share, String after) {
    if (share.isEmpty()) {
      return "";
    }
    return new BigDecimal(share).movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " %" + after;
  }

  static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  static Stream<String> texts(JsonNode list) {
    return each(list).map(Values::text).filter(text -> !text.isEmpty());
  }

  static String value(JsonNode node, String field) {
    return text(node.path(field));
  }

  static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : node.asText();
  }
}
