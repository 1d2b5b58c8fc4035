package io.headwater.cli.acceptance;

import java.util.List;

/**
 * How a case went.
 *
 * @param id the case
 * @param title what it is about
 * @param mismatches what did not hold, a line each; empty when all held
 */
public record CaseResult(String id, String title, List<String> mismatches) {
  /** Whether every expectation held. */
  public boolean passed() {
    return mismatches.isEmpty();
  }

  /** One line a case, and one more for everything that did not hold. */
  public String text() {
    StringBuilder text =
        new StringBuilder(passed() ? "pass  " : "FAIL  ").append(id).append("  ").append(title);
    mismatches.forEach(line -> text.append("\n      ").append(line));
    return text.toString();
  }
}
