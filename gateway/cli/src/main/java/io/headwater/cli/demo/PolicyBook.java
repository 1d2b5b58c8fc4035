package io.headwater.cli.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rules in force: national tables, and what each payer's manual says beyond them. The rules
 * stand in {@code policies.ndjson}; the questions below repeat of them what the generator has to
 * heed.
 */
record PolicyBook(Calendar calendar, Journal journal) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> LEVELED = List.of("90791", "90832", "90834", "90837", "90847");

  /** Whether the plan wants its approval before this service. */
  static boolean authorizes(Payer payer, String procedure) {
    return procedure.equals("90837") && !payer.equals(Payer.LAKEWARD)
        || procedure.equals("90834") && payer.equals(Payer.HARBOR);
  }

  /** Whether the plan wants HO on this clinician's line. */
  static boolean wantsLevel(Payer payer, Clinician clinician, String procedure) {
    return payer.equals(Payer.PINECREST) && clinician.masters() && LEVELED.contains(procedure);
  }

  /** Days from the service within which a first claim has to arrive. */
  static int filingDays(Payer payer) {
    return payer.equals(Payer.PINECREST) ? 120 : 90;
  }

  /** Writes the rules as they were read in the manuals, two weeks before they took effect. */
  void record() {
    for (String line : lines()) {
      JsonNode policy = read(line);
      String id = policy.get("policyId").asText();
      String version = policy.get("version").asText();
      LocalDate effective =
          policy.get("from").asText().equals("this year")
              ? calendar.newYear()
              : calendar.lastYear();
      LocalDate retrieved = effective.minusDays(14);
      Map<String, Object> source =
          Fields.of(
              "title",
              policy.get("title").asText(),
              "url",
              "https://policies.example/" + id.toLowerCase(Locale.ROOT) + "/v" + version,
              "retrievedOn",
              retrieved);
      Map<String, Object> rule =
          JSON.convertValue(policy.get("rule"), new TypeReference<Map<String, Object>>() {});
      Map<String, Object> fields =
          Fields.of(
              "policyId",
              id,
              "payerId",
              policy.get("payerId").asText(),
              "version",
              policy.get("version").asInt());
      journal.add(
          Calendar.at(retrieved, "15:00"),
          "payer-policy",
          Fields.with(
              fields,
              Fields.of(
                  "effective", effective,
                  "termination", policy.has("to") ? calendar.newYear().minusDays(1) : null,
                  "source", source,
                  "rule", rule)));
    }
  }

  private static List<String> lines() {
    try (InputStream in = PolicyBook.class.getResourceAsStream("policies.ndjson")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
