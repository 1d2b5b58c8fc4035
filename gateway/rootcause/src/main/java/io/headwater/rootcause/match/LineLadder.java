package io.headwater.rootcause.match;

import io.headwater.rootcause.fact.PaymentLine;
import io.headwater.vocabulary.MatchedBy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Matches the lines that a payer decided to the lines that were billed: by line control number;
 * then by procedure, modifiers, day and charge; then by procedure, day and charge; by procedure and
 * day; by day and charge; and what is left, one of each, belongs together.
 *
 * <p>Every rung is tried for all lines before the next one is, so that no line takes what another
 * one has a better claim to.
 */
public final class LineLadder {

  private enum Step {
    CONTROL,
    SERVICE,
    WITHOUT_MODIFIERS,
    PROCEDURE_AND_DAY,
    DAY_AND_CHARGE
  }

  private final List<Billed> billed;
  private final List<PaymentLine> decided;
  private final PaymentLine[] pairs;
  private final Step[] by;
  private final boolean[] used;

  private LineLadder(List<Billed> billed, List<PaymentLine> decided) {
    this.billed = billed;
    this.decided = decided;
    this.pairs = new PaymentLine[billed.size()];
    this.by = new Step[billed.size()];
    this.used = new boolean[decided.size()];
    for (var step : Step.values()) {
      climb(step);
    }
  }

  /**
   * The decided line of every billed one, in the order of the billed ones; null where the payer
   * says nothing of it.
   */
  public static List<PaymentLine> pairs(List<Billed> billed, List<PaymentLine> decided) {
    var ladder = new LineLadder(billed, decided);
    var pairs = new ArrayList<>(java.util.Arrays.asList(ladder.pairs));
    if (billed.size() == 1 && decided.size() == 1 && pairs.getFirst() == null) {
      pairs.set(0, decided.getFirst());
    }
    return pairs;
  }

  /** By what the lines of a payment that came under the claim's number were matched. */
  static MatchedBy rung(List<Billed> billed, List<PaymentLine> decided) {
    var ladder = new LineLadder(billed, decided);
    if (decided.isEmpty()) {
      return MatchedBy.NUMBER;
    }
    for (var taken : ladder.used) {
      if (!taken) {
        return MatchedBy.NUMBER;
      }
    }
    var rung = MatchedBy.LINE_CONTROL;
    for (var step : ladder.by) {
      rung = step == null ? rung : worse(rung, step);
    }
    return rung;
  }

  private static MatchedBy worse(MatchedBy rung, Step step) {
    var of =
        switch (step) {
          case CONTROL -> MatchedBy.LINE_CONTROL;
          case SERVICE -> MatchedBy.SERVICE;
          case WITHOUT_MODIFIERS, PROCEDURE_AND_DAY -> MatchedBy.PROCEDURE_AND_DAY;
          case DAY_AND_CHARGE -> MatchedBy.NUMBER;
        };
    return of.compareTo(rung) > 0 ? of : rung;
  }

  private void climb(Step step) {
    for (int b = 0; b < pairs.length; b++) {
      for (int d = 0; d < used.length && pairs[b] == null; d++) {
        if (!used[d] && agree(step, billed.get(b), decided.get(d))) {
          pairs[b] = decided.get(d);
          by[b] = step;
          used[d] = true;
        }
      }
    }
  }

  private static boolean agree(Step step, Billed line, PaymentLine said) {
    return switch (step) {
      case CONTROL -> line.lineControl() != null && line.lineControl().equals(said.lineControl());
      case SERVICE ->
          procedure(line, said)
              && line.modifiers().equals(said.modifiers())
              && sameDay(line, said)
              && charge(line, said);
      case WITHOUT_MODIFIERS -> procedure(line, said) && sameDay(line, said) && charge(line, said);
      case PROCEDURE_AND_DAY ->
          procedure(line, said) && (said.serviceDate() == null || sameDay(line, said));
      case DAY_AND_CHARGE -> sameDay(line, said) && charge(line, said);
    };
  }

  /** The payer may decide on another code; the one that was submitted is then beside it. */
  static boolean procedure(Billed line, PaymentLine said) {
    var code = said.submittedProcedure() == null ? said.procedure() : said.submittedProcedure();
    return line.procedure() != null && line.procedure().equals(code);
  }

  static boolean sameDay(Billed line, PaymentLine said) {
    return Objects.equals(line.serviceDate(), said.serviceDate());
  }

  static boolean charge(Billed line, PaymentLine said) {
    return same(line.charge(), said.charge());
  }

  /** The same amount; that of a reversal is the negative of what it takes back. */
  static boolean same(BigDecimal a, BigDecimal b) {
    return a != null && b != null && a.abs().compareTo(b.abs()) == 0;
  }
}
