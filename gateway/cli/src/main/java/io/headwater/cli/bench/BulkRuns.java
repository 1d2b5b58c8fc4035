package io.headwater.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.cli.client.Gateway;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks about all claims of the practice in one call, a line each, as a script would. */
final class BulkRuns {
  private final Gateway gateway;
  private final List<String> numbers = new ArrayList<>();

  BulkRuns(Gateway gateway, JsonNode truth) {
    this.gateway = gateway;
    truth.path("claims").forEach(claim -> numbers.add(claim.path("controlNumber").asText()));
  }

  Measurement measure() {
    String body = numbers.stream().distinct().collect(Collectors.joining("\n"));
    gateway.whyMany(body);
    long from = System.nanoTime();
    long lines = gateway.whyMany(body);
    double seconds = (System.nanoTime() - from) / 1e9;
    return new Measurement(
        "Claims diagnosed a second in bulk",
        lines / seconds,
        "/s",
        lines + " denied claims in one call, a line each, after one to warm up");
  }
}
