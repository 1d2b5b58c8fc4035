package io.headwater.rootcause;

import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Role;
import java.util.List;

/**
 * What it says of an answer that somebody found a cause: that it was right, or that another was.
 *
 * @param payerId the payer that denied, or null where it is not known
 * @param reason the payer's reason (CARC, or the claim status of a rejection), or null
 * @param cause the cause that was found
 * @param named the root that the answer names in its place, or null where the answer is right
 */
public record Confirmation(String payerId, String reason, Cause cause, Cause named) {

  /**
   * What the finding says of the answer to a dossier.
   *
   * @throws IllegalArgumentException when nothing is known of the claim
   */
  public static Confirmation of(Dossier dossier, Cause cause) {
    var w = Assembly.of(dossier);
    var roots =
        WhyDenied.diagnose(dossier).causes().stream()
            .filter(f -> f.role() == Role.ROOT)
            .map(Diagnosis.Finding::code)
            .toList();
    return new Confirmation(w.payerId, reason(w), cause, named(cause, roots));
  }

  private static Cause named(Cause found, List<Cause> roots) {
    return roots.isEmpty() || roots.contains(found) ? null : roots.getFirst();
  }

  private static String reason(World w) {
    var ledger = Ledger.of(w);
    if (ledger.standing == null) {
      var rejection = Submissions.lastRejection(w);
      return rejection == null ? null : rejection.fact().status();
    }
    return ledger.reported(ledger.deniedLines()).reasons().stream().findFirst().orElse(null);
  }

  /** Whether the answer names the cause among its roots, or names none that it would replace. */
  public boolean confirms() {
    return named == null;
  }
}
