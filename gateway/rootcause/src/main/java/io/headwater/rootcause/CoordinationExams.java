package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;
import static io.headwater.rootcause.Findings.refutes;

import io.headwater.rootcause.Diagnosis.Change;
import io.headwater.rootcause.Diagnosis.Kind;
import io.headwater.rootcause.fact.Coverage;
import io.headwater.rootcause.fact.EligibilityCheck;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.DateRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Which of several payers pays first, and whether the second was told what the first did. */
final class CoordinationExams {
  private static final String[] COB = {"22", "MA04", "N4", "N479", "N480", "MA83", "MA92", "N48"};

  private final World w;
  private final Reported reported;
  private final Findings out;
  private final Recorded<EligibilityCheck> check;

  private CoordinationExams(
      World w, Reported reported, Findings out, Recorded<EligibilityCheck> check) {
    this.w = w;
    this.reported = reported;
    this.out = out;
    this.check = check;
  }

  static void examine(World w, Reported reported, Findings out, Recorded<EligibilityCheck> check) {
    new CoordinationExams(w, reported, out, check).order();
  }

  private void order() {
    if (w.claim == null) {
      out.cannotTest(Cause.ELIG_COB_ORDER, "the claim");
      out.cannotTest(Cause.ELIG_COB_INFO_MISSING, "the claim");
      return;
    }
    var primary = primary();
    var secondary =
        w.claim != null
            && ("S".equals(w.claim.fact().payerRank())
                || "T".equals(w.claim.fact().payerRank())
                || !w.claim.fact().otherPayers().isEmpty());
    if (secondary) {
      primaryAdjudication(primary);
      return;
    }
    if (primary != null && (reported.says(COB) || reported.says("109", "24", "23", "27"))) {
      out.violated(
          new Violation(
                  Cause.ELIG_COB_ORDER,
                  0,
                  "22",
                  "Another payer, "
                      + primary.payerId()
                      + ", is primary; this payer was billed first.")
              .remark("MA04")
              .cites(saying(primary.payerId()))
              .cites(
                  confirms(
                      primary.record(),
                      w.dos,
                      primary.payerId() + " is primary on the date of service."),
                  confirms(w.claim, w.dos, "The claim names " + w.payerId + " as primary payer."))
              .cure(
                  Kind.REMEDY,
                  List.of(
                      new Change("claim.payerId", w.payerId, primary.payerId()),
                      new Change("claim.memberId", "as sent", "as at " + primary.payerId())),
                  x -> Cured.of(CarveOuts.reroute(x, primary.payerId()), Cause.ELIG_COB_ORDER)));
      for (var answer : w.checks) {
        if (names(answer, primary.payerId())) {
          out.refute(
              Cause.ELIG_COB_INFO_MISSING,
              "The payer itself names the other coverage.",
              refutes(answer, w.dos, "It names " + primary.payerId() + "."));
        }
      }
      return;
    }
    if (reported.says(COB) || reported.says("N155", "N196", "N197", "N191", "227")) {
      var update = Latest.first(Latest.where(w.notices, n -> "COB_UPDATE".equals(n.type())));
      if (reported.says("22", "227", "N155", "N196", "N197", "N191", "MA92", "MA83")) {
        out.violated(
            new Violation(
                    Cause.ELIG_COB_INFO_MISSING,
                    0,
                    "22",
                    "The payer does not know whether the member has other coverage.")
                .remark("N197")
                .cites(
                    confirms(update, w.dos, "The payer asks the member to update other coverage."),
                    confirms(
                        Latest.last(w.payments),
                        w.dos,
                        "The payer reports missing information on other coverage."))
                .cure(
                    Kind.REMEDY,
                    "coverage.coordination",
                    "unanswered",
                    "answered by the member",
                    x -> Cured.of(x, Cause.ELIG_COB_INFO_MISSING)));
        out.refute(
            Cause.ELIG_COB_ORDER,
            "No other coverage is on file for the date of service.",
            refutes(own(), w.dos, "This is the only coverage on file."));
      }
    } else if (own() != null && "P".equals(own().fact().rank()) && primary == null) {
      out.refute(
          Cause.ELIG_COB_ORDER,
          "This payer is primary on the date of service.",
          refutes(own(), w.dos, "Coverage is primary."));
    }
  }

  /** The answers and notices of this payer that speak of another. */
  private Diagnosis.Evidence[] saying(String primary) {
    var said = new java.util.ArrayList<Diagnosis.Evidence>();
    for (var answer : w.checks) {
      if (names(answer, primary)) {
        said.add(confirms(answer, w.dos, "The answer names " + primary + " as another payer."));
      }
    }
    for (var notice : w.notices) {
      if ("COB_UPDATE".equals(notice.fact().type())) {
        said.add(confirms(notice, w.dos, "The payer's notice of coordination of benefits."));
      }
    }
    return said.toArray(new Diagnosis.Evidence[0]);
  }

  /** Whether an answer of the payer that was billed names another. */
  private boolean names(Recorded<EligibilityCheck> answer, String other) {
    return Objects.equals(answer.fact().payerId(), w.payerId)
        && answer.fact().benefits().stream()
            .flatMap(b -> b.relatedEntities().stream())
            .anyMatch(e -> other.equals(e.payerId()));
  }

  private Recorded<Coverage> own() {
    return Latest.first(
        Latest.where(
            w.coverages,
            c ->
                Objects.equals(c.payerId(), w.payerId)
                    && new DateRange(c.effective(), c.termination()).contains(w.dos)));
  }

  /** Another coverage that comes before the billed one, or null. */
  private CarveOuts.Other primary() {
    var own = own();
    var ownRank = own == null || own.fact().rank() == null ? "P" : own.fact().rank();
    for (var coverage : w.coverages) {
      var c = coverage.fact();
      if (Objects.equals(c.payerId(), w.payerId)
          || !new DateRange(c.effective(), c.termination()).contains(w.dos)
          || c.rank() == null) {
        continue;
      }
      if (order(c.rank()) < order(ownRank)) {
        return new CarveOuts.Other(c.payerId(), c.memberId(), coverage);
      }
    }
    for (var notice : w.notices) {
      var n = notice.fact();
      if ("COB_UPDATE".equals(n.type())
          && n.administratorPayerId() != null
          && !n.administratorPayerId().equals(w.payerId)
          && (n.firstDay() == null || !n.firstDay().isAfter(w.dos))
          && (n.lastDay() == null || !n.lastDay().isBefore(w.dos))) {
        return new CarveOuts.Other(n.administratorPayerId(), null, notice);
      }
    }
    for (var answer : w.checks) {
      if (!Objects.equals(answer.fact().payerId(), w.payerId)) {
        continue;
      }
      for (var benefit : answer.fact().benefits()) {
        if ("R".equals(benefit.information())) {
          for (var entity : benefit.relatedEntities()) {
            if (entity.payerId() != null && !entity.payerId().equals(w.payerId)) {
              return new CarveOuts.Other(entity.payerId(), null, answer);
            }
          }
        }
      }
    }
    if (check != null && !Objects.equals(check.fact().payerId(), w.payerId)) {
      return null;
    }
    return null;
  }

  private static int order(String rank) {
    return switch (rank) {
      case "P" -> 1;
      case "S" -> 2;
      default -> 3;
    };
  }

  private void primaryAdjudication(CarveOuts.Other primary) {
    var others = w.claim.fact().otherPayers();
    var told = others.stream().anyMatch(o -> o.paid() != null || !o.adjustments().isEmpty());
    if (!told
        && !w.primaryAdjudicationSent
        && (reported.says(COB) || reported.says("16", "252", "N4", "163", "23", "129"))) {
      out.violated(
          new Violation(
                  Cause.BILL_PRIMARY_EOB_MISSING,
                  0,
                  "22",
                  "The secondary claim does not carry what the primary payer did.")
              .remark("N479")
              .cites(
                  confirms(
                      w.claim,
                      w.dos,
                      "The claim names another payer and none of its payments or adjustments."),
                  confirms(
                      primary == null ? null : primary.record(),
                      w.dos,
                      "The primary coverage on file."))
              .cure(
                  Kind.REMEDY,
                  "claim.otherPayers",
                  "not reported",
                  "as the primary's remittance says",
                  x -> {
                    x.primaryAdjudicationSent = true;
                    return x;
                  }));
      return;
    }
    var unexplained =
        others.stream()
            .anyMatch(
                o -> {
                  var taken =
                      o.adjustments().stream()
                          .map(a -> a.amount() == null ? BigDecimal.ZERO : a.amount())
                          .reduce(BigDecimal.ZERO, BigDecimal::add);
                  var paid = o.paid() == null ? BigDecimal.ZERO : o.paid();
                  var total = w.claim.fact().totalCharge();
                  return total != null && paid.add(taken).compareTo(total) != 0;
                });
    var told835 = told ? PrimaryAdjudication.differs(w) : null;
    if (told && (unexplained || told835 != null) && !w.primaryAdjudicationSent) {
      out.violated(
          new Violation(
                  Cause.BILL_SECONDARY_CAS_LOST,
                  0,
                  "129",
                  unexplained
                      ? "The primary's payment and adjustments on the secondary claim do not add up to the charge."
                      : "The primary's adjustments on the secondary claim are not those of its remittance.")
              .cites(
                  confirms(
                      w.claim,
                      w.dos,
                      unexplained
                          ? "Payment and adjustments of the primary differ from the charge."
                          : "The primary's adjustments were sent otherwise than they came."),
                  confirms(told835, w.dos, "The primary's remittance says otherwise."))
              .cure(
                  Kind.REMEDY,
                  "claim.otherPayers",
                  "incomplete",
                  "as the primary's remittance says",
                  x -> {
                    x.primaryAdjudicationSent = true;
                    return x;
                  }));
    } else if (told) {
      out.refute(
          Cause.BILL_PRIMARY_EOB_MISSING,
          "The claim carries the primary's adjudication.",
          refutes(w.claim, w.dos, "The primary's payment is reported."));
      out.refute(
          Cause.BILL_SECONDARY_CAS_LOST,
          "The primary's payment and adjustments add up.",
          refutes(w.claim, w.dos, "They equal the charge."));
    }
  }
}
