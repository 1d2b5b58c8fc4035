package io.headwater.rootcause;

import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.rootcause.fact.PolicyRule;
import io.headwater.vocabulary.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rules in force, by payer, kind of rule and date of service; a payer's own override the
 * national.
 */
final class Policies {
  private static final String NATIONAL = "*";

  private final List<Recorded<PayerPolicy>> all;

  Policies(List<Recorded<PayerPolicy>> versions) {
    this.all =
        Latest.ofVersions(versions).stream()
            .filter(p -> p.fact().rule() != null && p.fact().rule().type() != null)
            .toList();
  }

  /**
   * The rules of a type that a payer applies on a day; of one policy only the highest version whose
   * span holds the day, and none of the nation's where the payer has its own that fit.
   */
  List<Recorded<PayerPolicy>> inForce(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    var own = matching(payerId, type, day, fits);
    return own.isEmpty() ? matching(NATIONAL, type, day, fits) : own;
  }

  /** The one rule that applies, or null; of several the one that began last. */
  Recorded<PayerPolicy> one(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    return inForce(payerId, type, day, fits).stream()
        .max(
            Comparator.comparing(
                    (Recorded<PayerPolicy> p) ->
                        p.fact().effective() == null ? LocalDate.MIN : p.fact().effective())
                .thenComparing(Recorded::version)
                .thenComparing(Recorded::recordedAt))
        .orElse(null);
  }

  /** Rules of both the payer and the nation, for kinds of which several apply side by side. */
  List<Recorded<PayerPolicy>> every(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    var found = new ArrayList<>(matching(payerId, type, day, fits));
    found.addAll(matching(NATIONAL, type, day, fits));
    return found;
  }

  /** A rule of the payer or the nation that is on file and not in force on the day, or null. */
  Recorded<PayerPolicy> outside(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    for (var policy : all) {
      var p = policy.fact();
      if ((p.payerId().equals(payerId) || NATIONAL.equals(p.payerId()))
          && type.equals(p.rule().type())
          && !new DateRange(p.effective(), p.termination()).contains(day)
          && fits.test(p.rule())) {
        return policy;
      }
    }
    return null;
  }

  private List<Recorded<PayerPolicy>> matching(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    var found = new ArrayList<Recorded<PayerPolicy>>();
    for (var policy : all) {
      var p = policy.fact();
      if (p.payerId().equals(payerId)
          && type.equals(p.rule().type())
          && new DateRange(p.effective(), p.termination()).contains(day)
          && !superseded(policy, day)
          && fits.test(p.rule())) {
        found.add(policy);
      }
    }
    return found;
  }

  /** Whether a higher version of the same policy also covers the day. */
  private boolean superseded(Recorded<PayerPolicy> policy, LocalDate day) {
    for (var other : all) {
      if (other.id().equals(policy.id())
          && other.version() > policy.version()
          && new DateRange(other.fact().effective(), other.fact().termination()).contains(day)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The rule that stood before this one: an earlier version of the same policy, or an older policy
   * of the same payer and type that ended just before it began. Null when there is none.
   */
  Recorded<PayerPolicy> before(Recorded<PayerPolicy> policy) {
    Recorded<PayerPolicy> found = null;
    for (var other : all) {
      var sameLine =
          other.id().equals(policy.id())
              ? other.version() < policy.version()
              : other.fact().payerId().equals(policy.fact().payerId())
                  && other.fact().rule().type().equals(policy.fact().rule().type())
                  && other.fact().termination() != null
                  && policy.fact().effective() != null
                  && other.fact().termination().equals(policy.fact().effective().minusDays(1))
                  && overlaps(other.fact().rule(), policy.fact().rule());
      if (sameLine && (found == null || other.version() > found.version())) {
        found = other;
      }
    }
    return found;
  }

  private static boolean overlaps(PolicyRule a, PolicyRule b) {
    if (a.procedures().isEmpty() || b.procedures().isEmpty() || a.procedures().contains(NATIONAL)) {
      return true;
    }
    return a.procedures().stream().anyMatch(b.procedures()::contains);
  }

  /** Whether a rule speaks of a procedure; one that names none speaks of all. */
  static boolean covers(PolicyRule rule, String procedure) {
    return rule.procedures().isEmpty()
        || rule.procedures().contains(NATIONAL)
        || rule.procedures().contains(procedure);
  }

  /** Whether a rule speaks of a license level; one that names none speaks of all. */
  static boolean licensed(PolicyRule rule, String licenseLevel) {
    return rule.licenseLevels().isEmpty()
        || licenseLevel != null && rule.licenseLevels().contains(licenseLevel);
  }
}
