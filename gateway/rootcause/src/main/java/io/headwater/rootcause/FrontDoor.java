package io.headwater.rootcause;

import io.headwater.rootcause.Adjudication.Status;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Npi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The edits of a payer's front door: what is missing (A6), what cannot be right (A7), what
 * contradicts itself (A8). It looks at the claim and at whom the payer knows, never at coverage.
 */
final class FrontDoor {
  private final World w;
  private final List<Status> statuses = new ArrayList<>();

  private FrontDoor(World w) {
    this.w = w;
  }

  static List<Status> statuses(World w, LocalDate receivedOn) {
    var door = new FrontDoor(w);
    door.clinicians();
    door.services(receivedOn);
    door.member();
    door.repeated();
    door.replaces();
    return List.copyOf(door.statuses);
  }

  private void clinicians() {
    var billing = w.claim.fact().billingNpi();
    if (w.renderingNpi == null && (billing == null || w.provider(billing) == null)) {
      add("A6", "562", "82", "No rendering provider is named.");
    } else if (w.renderingNpi != null && !Npi.isValid(w.renderingNpi)) {
      add("A7", "562", "82", "The rendering provider's number fails its check digit.");
    }
    if (billing != null && !Npi.isValid(billing)) {
      add("A7", "562", "85", "The billing provider's number fails its check digit.");
    }
  }

  private void services(LocalDate receivedOn) {
    if (w.diagnoses.isEmpty()) {
      add("A6", "255", null, "No diagnosis is given.");
    }
    if (w.lines.isEmpty()) {
      add("A6", "454", null, "No service is billed.");
    }
    var sum = BigDecimal.ZERO;
    for (var line : w.claim.fact().lines()) {
      var of = "line " + (line.number() == null ? "" : line.number());
      sum = sum.add(Ledger.zero(line.charge()));
      if (line.procedure() == null) {
        add("A6", "454", null, "A procedure is missing: " + of + ".");
      }
      if (line.serviceDate() == null) {
        add("A6", "187", null, "A date of service is missing: " + of + ".");
      } else if (line.serviceDate().isAfter(receivedOn)) {
        add("A7", "187", null, "A service lies after the day of the claim: " + of + ".");
      }
      if (line.placeOfService() == null && w.claim.fact().placeOfService() == null) {
        add("A6", "249", null, "A place of service is missing: " + of + ".");
      }
      if (line.diagnosisPointers().stream().anyMatch(p -> p < 1 || p > w.diagnoses.size())) {
        add("A7", "477", null, "A diagnosis pointer points at nothing: " + of + ".");
      }
    }
    var total = w.claim.fact().totalCharge();
    if (total != null && total.compareTo(sum) != 0) {
      add("A8", "178", null, "The lines charge " + sum + " and the claim " + total + ".");
    }
  }

  private void member() {
    if (w.memberId == null) {
      add("A6", "164", "IL", "The member id is missing.");
      return;
    }
    var found = new Findings();
    IdentityExams.examine(w, Reported.NOTHING, found);
    var member = found.violation(Cause.ELIG_MEMBER_ID_MISMATCH);
    if (member != null) {
      add("A7", "164", "IL", member.summary);
      return;
    }
    var person = found.violation(Cause.ELIG_DEMOGRAPHIC_MISMATCH);
    if (person != null) {
      var birth = person.remarks.contains("N329");
      add("A7", birth ? "158" : "125", "QC", person.summary);
    }
  }

  /** A claim that the payer has under the same number and has not decided yet. */
  private void repeated() {
    if (replacing() || w.submissions.size() < 2) {
      return;
    }
    var taken =
        w.acknowledgments.stream()
            .filter(a -> Submissions.accepts(a.fact()))
            .filter(a -> a.recordedAt().isBefore(w.claim.recordedAt()))
            .reduce((a, b) -> b)
            .orElse(null);
    if (taken != null
        && w.payments.stream().noneMatch(p -> p.recordedAt().isAfter(taken.recordedAt()))) {
      add("A3", "54", null, "The same claim is with the payer and not decided yet.");
    }
  }

  /** Whether a replacement or void names a claim that the payer has decided. */
  private void replaces() {
    if (!replacing()) {
      return;
    }
    var original = w.originalReference;
    if (original == null) {
      add("A6", "464", null, "The payer's number of the claim to be replaced is missing.");
      return;
    }
    var decided =
        Latest.last(
            Latest.where(
                    Latest.of(w.dossier.claimPayments()),
                    p -> original.equals(p.payerControlNumber()) && w.payerId.equals(p.payerId()))
                .stream()
                .sorted(
                    java.util.Comparator.comparing(
                            (Recorded<io.headwater.rootcause.fact.ClaimPayment> p) ->
                                p.recordedAt())
                        .thenComparing(p -> p.fact().reversal() ? 0 : 1))
                .toList());
    if (decided == null) {
      var pending =
          w.dossier.acknowledgments().stream()
              .anyMatch(
                  a ->
                      original.equals(a.fact().payerControlNumber())
                          && Submissions.accepts(a.fact()));
      if (pending) {
        add("A3", "535", null, "The claim to be replaced is not decided yet.");
      } else {
        add("A7", "464", null, "The payer has no claim under the number to be replaced.");
      }
    } else if (decided.fact().reversal()) {
      add("A7", "464", null, "The claim to be replaced was taken back before.");
    }
  }

  private boolean replacing() {
    return "7".equals(w.frequency) || "8".equals(w.frequency);
  }

  private void add(String category, String code, String entity, String because) {
    statuses.add(new Status(category, code, entity, because));
  }
}
