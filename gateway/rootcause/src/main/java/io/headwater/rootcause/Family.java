package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which causes a payer usually means by its codes; data, read once from {@code codes.tsv}. */
final class Family {
  /** Reasons that say nothing without their remark. */
  private static final Set<String> EMPTY_REASONS = Set.of("16", "96", "A1");

  private static final Map<String, List<Cause>> BY_CODE = read();

  private Family() {}

  /**
   * The causes that the codes may mean, likeliest first; empty when the codes are unknown to us.
   */
  static Set<Cause> of(Reported reported) {
    var found = new LinkedHashSet<Cause>();
    for (var remark : reported.remarks()) {
      found.addAll(BY_CODE.getOrDefault("RARC " + remark, List.of()));
    }
    for (var reason : reported.reasons()) {
      if (!EMPTY_REASONS.contains(reason) || found.isEmpty()) {
        found.addAll(BY_CODE.getOrDefault("CARC " + reason, List.of()));
      }
    }
    for (var status : reported.statuses()) {
      for (var entity : reported.entities()) {
        found.addAll(BY_CODE.getOrDefault("STATUS " + status + ":" + entity, List.of()));
      }
      found.addAll(BY_CODE.getOrDefault("STATUS " + status, List.of()));
    }
    return found;
  }

  /** Whether the payer used only reasons that need a remark, and sent none. */
  static boolean bare(Reported reported) {
    return !reported.reasons().isEmpty()
        && EMPTY_REASONS.containsAll(reported.reasons())
        && reported.remarks().isEmpty();
  }

  /** Whether a code that the payer used means this cause before any other. */
  static boolean precise(Reported reported, Cause cause) {
    return java.util.stream.Stream.concat(
            reported.reasons().stream().map(r -> "CARC " + r),
            reported.remarks().stream().map(r -> "RARC " + r))
        .map(c -> BY_CODE.getOrDefault(c, List.of()))
        .anyMatch(causes -> !causes.isEmpty() && causes.getFirst() == cause);
  }

  private static Map<String, List<Cause>> read() {
    var codes = new HashMap<String, List<Cause>>();
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Family.class.getResourceAsStream("codes.tsv")),
                StandardCharsets.UTF_8))) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        var fields = line.split("\t", -1);
        var causes = new ArrayList<Cause>();
        for (var word : fields[2].trim().split(" +")) {
          expand(word, causes);
        }
        for (var code : fields[1].split(",", -1)) {
          codes.put(fields[0] + " " + code, List.copyOf(causes));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(codes);
  }

  private static void expand(String word, List<Cause> causes) {
    if (word.endsWith(".*")) {
      for (var cause : Cause.values()) {
        if (cause.code().startsWith(word.substring(0, word.length() - 1))
            && !causes.contains(cause)) {
          causes.add(cause);
        }
      }
      return;
    }
    var cause =
        Cause.of(word)
            .orElseThrow(() -> new IllegalStateException("codes.tsv names no cause " + word));
    if (!causes.contains(cause)) {
      causes.add(cause);
    }
  }
}
