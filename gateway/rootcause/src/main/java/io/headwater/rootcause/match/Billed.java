package io.headwater.rootcause.match;

import io.headwater.rootcause.fact.Claim;
import io.headwater.rootcause.fact.ClaimLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a billed line is known by.
 *
 * @param procedure the code billed
 * @param modifiers in order
 * @param charge dollars; may be null
 * @param serviceDate may be null
 * @param lineControl REF 6R, or null
 */
public record Billed(
    String procedure,
    List<String> modifiers,
    BigDecimal charge,
    LocalDate serviceDate,
    String lineControl) {

  /** The lines of a claim. */
  static List<Billed> of(Claim claim) {
    return claim.lines().stream().map(Billed::of).toList();
  }

  private static Billed of(ClaimLine line) {
    return new Billed(
        line.procedure(), line.modifiers(), line.charge(), line.serviceDate(), line.lineControl());
  }
}
