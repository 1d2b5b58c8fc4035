package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The codes that payers use, with our own labels and readings; data, read once from {@code
 * codes.tsv}. A code that is not there is shown as it came.
 */
public final class Codes {

  private static final Map<String, Code> REASONS = new LinkedHashMap<>();
  private static final Map<String, Code> REMARKS = new LinkedHashMap<>();
  private static final Map<String, Code> STATUSES = new LinkedHashMap<>();

  static {
    read();
  }

  private Codes() {}

  /**
   * A code and what we make of it.
   *
   * @param code as the payer writes it
   * @param label what it says, in our words
   * @param causes what it usually means, likeliest first; empty when it only informs
   * @param scenario the CORE business scenario: 1 documentation missing or wrong, 2 data missing or
   *     wrong, 3 not covered, 4 not separately payable; null for none
   * @param alert it informs, and is never the reason of a denial
   * @param retired no longer in the list, and still sent by some payers
   */
  public record Code(
      String code,
      String label,
      List<Cause> causes,
      Integer scenario,
      boolean alert,
      boolean retired) {}

  /** A claim adjustment reason (CARC), or empty when it is unknown to us. */
  public static Optional<Code> reason(String code) {
    return Optional.ofNullable(code == null ? null : REASONS.get(code));
  }

  /** A remittance advice remark (RARC), or empty when it is unknown to us. */
  public static Optional<Code> remark(String code) {
    return Optional.ofNullable(code == null ? null : REMARKS.get(code));
  }

  /** Every reason known to us. */
  public static Collection<Code> reasons() {
    return List.copyOf(REASONS.values());
  }

  /** Every remark known to us. */
  public static Collection<Code> remarks() {
    return List.copyOf(REMARKS.values());
  }

  static List<Cause> causesOfReason(String code) {
    return causes(REASONS.get(code));
  }

  static List<Cause> causesOfRemark(String code) {
    return causes(REMARKS.get(code));
  }

  static List<Cause> causesOfStatus(String code) {
    return causes(STATUSES.get(code));
  }

  static boolean alert(String remark) {
    var code = REMARKS.get(remark);
    return code != null && code.alert();
  }

  private static List<Cause> causes(Code code) {
    return code == null ? List.of() : code.causes();
  }

  private static void read() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Codes.class.getResourceAsStream("codes.tsv")),
                StandardCharsets.UTF_8))) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          keep(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keep(String[] fields) {
    var list =
        switch (fields[0]) {
          case "CARC" -> REASONS;
          case "RARC" -> REMARKS;
          case "STATUS" -> STATUSES;
          default -> throw new IllegalStateException("codes.tsv has no list " + fields[0]);
        };
    var causes = new ArrayList<Cause>();
    if (!fields[2].isBlank()) {
      for (var word : fields[2].trim().split(" +")) {
        expand(word, causes);
      }
    }
    for (var code : fields[1].split(",", -1)) {
      list.put(
          code,
          new Code(
              code,
              fields[5],
              List.copyOf(causes),
              fields[3].isEmpty() || fields[3].equals("-") ? null : Integer.valueOf(fields[3]),
              fields[4].equals("ALERT"),
              fields[4].equals("RETIRED")));
    }
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
