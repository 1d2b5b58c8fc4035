package io.headwater.x12;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Where a reading and a finding differ, and how much was held together. */
final class Deviations {
  private final List<String> deviations = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private String where;

  void at(String place) {
    where = place;
  }

  List<String> all() {
    return deviations;
  }

  String figures() {
    return counts.toString();
  }

  void amount(String what, JsonNode found, BigDecimal read) {
    same(what, plain(found.asText()), read == null ? "" : plain(read.toPlainString()));
  }

  static String plain(String amount) {
    return amount.isEmpty() ? "" : new BigDecimal(amount).stripTrailingZeros().toPlainString();
  }

  void same(String what, Object found, Object read) {
    if (!Objects.equals(found, read)) {
      deviations.add(where + ": " + what + ": found " + found + ", read " + read);
    }
  }

  void count(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  static String text(String value) {
    return value == null ? "" : value;
  }

  static String day(LocalDate value) {
    return value == null ? "" : value.toString().replace("-", "");
  }
}
