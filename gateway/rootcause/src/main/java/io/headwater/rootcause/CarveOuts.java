package io.headwater.rootcause;

import static io.headwater.rootcause.Findings.confirms;

import io.headwater.rootcause.Diagnosis.Evidence;
import io.headwater.rootcause.Diagnosis.Origin;
import io.headwater.rootcause.fact.Benefit;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.DateRange;
import io.headwater.vocabulary.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who really administers a behavioral benefit, as answers, notices and coverages tell (X12 271
 * 2120).
 */
final class CarveOuts {
  private static final Set<String> BEHAVIORAL =
      Set.of("MH", "A4", "A6", "A7", "A8", "AI", "CE", "CF", "CG", "CH", "CI", "CJ");
  private static final Set<String> ELSEWHERE = Set.of("U", "R", "MC", "N");

  private CarveOuts() {}

  /**
   * Another administrator of the service than the payer billed.
   *
   * @param overlooked intake had it in an answer before the visit
   */
  record Found(
      String administratorPayerId,
      Cause cause,
      List<Evidence> evidence,
      boolean overlooked,
      Origin origin) {}

  /** Another coverage that was active on the date of service, and the record that shows it. */
  record Other(String payerId, String memberId, Recorded<?> record) {}

  static Found find(World w) {
    var evidence = new ArrayList<Evidence>();
    String administrator = null;
    var cause = Cause.ELIG_WRONG_PAYER_CARVEOUT;
    var overlooked = false;
    Origin origin = null;
    for (var check : w.checks) {
      if (!Objects.equals(check.fact().payerId(), w.payerId)) {
        continue;
      }
      for (var benefit : check.fact().benefits()) {
        var named = named(benefit, w.payerId);
        if (named != null) {
          administrator = named;
          if ("MC".equals(benefit.information())) {
            cause = Cause.ELIG_WRONG_PLAN_MCO;
          }
          var asked = w.day(check.fact().requestedAt());
          if (!asked.isAfter(w.dos)) {
            overlooked = true;
            origin =
                new Origin(
                    asked,
                    Owner.ELIGIBILITY,
                    "The answer named " + named + " and was taken for active.");
          }
          evidence.add(
              confirms(
                  check,
                  w.dos,
                  "The answer (EB "
                      + benefit.information()
                      + ") names "
                      + named
                      + " for the service."));
        }
      }
    }
    for (var coverage : w.coverages) {
      if (!Objects.equals(coverage.fact().payerId(), w.payerId)) {
        continue;
      }
      for (var carve : coverage.fact().carveOuts()) {
        if (carve.administratorPayerId() != null
            && !carve.administratorPayerId().equals(w.payerId)
            && (carve.benefit() == null
                || Set.of("BEHAVIORAL", "MH", "SUD", "MENTAL_HEALTH").contains(carve.benefit()))
            && (carve.effective() == null || !carve.effective().isAfter(w.dos))) {
          administrator = administrator == null ? carve.administratorPayerId() : administrator;
          evidence.add(
              confirms(
                  coverage,
                  w.dos,
                  "The coverage carves the benefit out to " + carve.administratorPayerId() + "."));
        }
      }
    }
    for (var notice : w.notices) {
      var n = notice.fact();
      if ("CARVE_OUT_MOVE".equals(n.type())
          && n.administratorPayerId() != null
          && !n.administratorPayerId().equals(w.payerId)
          && (n.payerId() == null || n.payerId().equals(w.payerId))
          && (n.firstDay() == null || !n.firstDay().isAfter(w.dos))) {
        administrator = administrator == null ? n.administratorPayerId() : administrator;
        evidence.add(
            confirms(
                notice,
                w.dos,
                "The payer's notice moves the benefit to " + n.administratorPayerId() + "."));
      }
    }
    if (administrator == null) {
      return null;
    }
    var chosen = administrator;
    for (var check : w.checks) {
      if (chosen.equals(check.fact().payerId()) && "ACTIVE".equals(check.fact().result())) {
        evidence.add(confirms(check, w.dos, chosen + " answered active."));
      }
    }
    return new Found(administrator, cause, evidence, overlooked, origin);
  }

  /** The payer a benefit statement points to, where it is another and the benefit is behavioral. */
  private static String named(Benefit benefit, String payerId) {
    if (!ELSEWHERE.contains(benefit.information() == null ? "" : benefit.information())) {
      return null;
    }
    var behavioral =
        benefit.serviceTypes().stream().anyMatch(BEHAVIORAL::contains)
            || !"R".equals(benefit.information()) && benefit.serviceTypes().isEmpty()
            || !"R".equals(benefit.information()) && benefit.serviceTypes().contains("30");
    if (!behavioral) {
      return null;
    }
    for (var entity : benefit.relatedEntities()) {
      if (entity.payerId() != null && !entity.payerId().equals(payerId)) {
        return entity.payerId();
      }
    }
    return null;
  }

  /** Coverage by another payer on the date of service, or null. */
  static Other otherCoverage(World w) {
    for (var check : w.checks) {
      var c = check.fact();
      if (!Objects.equals(c.payerId(), w.payerId)
          && "ACTIVE".equals(c.result())
          && new DateRange(c.planBegin(), c.planEnd()).contains(w.dos)) {
        return new Other(c.payerId(), c.returnedMemberId(), check);
      }
    }
    for (var coverage : w.coverages) {
      var c = coverage.fact();
      if (!Objects.equals(c.payerId(), w.payerId)
          && new DateRange(c.effective(), c.termination()).contains(w.dos)) {
        return new Other(c.payerId(), c.memberId(), coverage);
      }
    }
    return null;
  }

  /** The world in which the claim went to another payer, with the member id known there. */
  static World reroute(World x, String payerId) {
    x.payerId = payerId;
    x.frequency = "1";
    x.originalReference = null;
    x.memberId = memberAt(x, payerId);
    return x;
  }

  static String memberAt(World x, String payerId) {
    for (var check : x.checks) {
      if (payerId.equals(check.fact().payerId()) && check.fact().returnedMemberId() != null) {
        return check.fact().returnedMemberId();
      }
    }
    for (var coverage : x.coverages) {
      if (payerId.equals(coverage.fact().payerId())) {
        return coverage.fact().memberId();
      }
      for (var carve : coverage.fact().carveOuts()) {
        if (payerId.equals(carve.administratorPayerId()) && carve.memberId() != null) {
          return carve.memberId();
        }
      }
    }
    return null;
  }

  /** Whether a service type is of behavioral health. */
  static boolean behavioral(String serviceType) {
    return BEHAVIORAL.contains(serviceType);
  }
}
