package io.headwater.cli.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an answer must hold. A part that is null is not asked for.
 *
 * @param verdict the verdict
 * @param root the exact set of causes with role ROOT
 * @param roles these causes with these roles, at least
 * @param faults the fault of these causes
 * @param refuted at least these are refuted
 * @param untestable at least these could not be tested
 * @param notCauses must not be among the causes in any role but NOTE
 * @param cites ids of records among the evidence of a cause
 * @param action what is to be done
 * @param counterfactuals at least these outcomes of changes
 * @param lines money of service lines, by their number
 * @param money money of the claim
 */
public record Expectation(
    String verdict,
    Set<String> root,
    Map<String, String> roles,
    Map<String, String> faults,
    List<String> refuted,
    List<String> untestable,
    List<String> notCauses,
    Map<String, List<String>> cites,
    Action action,
    List<Counterfactual> counterfactuals,
    Map<String, LineMoney> lines,
    Money money) {

  /** Reads absent parts that are "at least these" as empty. */
  public Expectation {
    roles = roles == null ? Map.of() : roles;
    faults = faults == null ? Map.of() : faults;
    refuted = refuted == null ? List.of() : refuted;
    untestable = untestable == null ? List.of() : untestable;
    notCauses = notCauses == null ? List.of() : notCauses;
    cites = cites == null ? Map.of() : cites;
    counterfactuals = counterfactuals == null ? List.of() : counterfactuals;
    lines = lines == null ? Map.of() : lines;
  }

  /**
   * What is to be done; every part may be absent.
   *
   * @param type the action
   * @param typeIn any one of these actions
   * @param deadline its last day
   * @param stepsInclude actions among the steps
   */
  public record Action(
      String type, List<String> typeIn, LocalDate deadline, List<String> stepsInclude) {}

  /**
   * A change and its outcome: {@code fact} is met by any change that includes it, {@code facts} by
   * one of exactly these.
   *
   * @param fact one fact among those changed
   * @param facts exactly the facts changed
   * @param outcome PAYS, DENIES or FORBIDDEN
   */
  public record Counterfactual(String fact, Set<String> facts, String outcome) {}

  /**
   * Money of one line.
   *
   * @param denied what stands denied, in dollars
   */
  public record LineMoney(BigDecimal denied) {}

  /**
   * Money of the claim.
   *
   * @param denied what stands denied, in dollars
   * @param recoverable what the plan would pay if the action succeeds, in dollars, within 5 %
   */
  public record Money(BigDecimal denied, BigDecimal recoverable) {}
}
