package io.headwater.rootcause;

import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.rootcause.fact.PolicyRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The rules in force, by payer, kind of rule and date of service. A payer's own rule overrides that
 * of the nation, and a national one that the practice sent overrides the one shipped.
 */
final class Policies {
  private static final String NATIONAL = NationalRules.NATIONAL;

  private final List<Recorded<PayerPolicy>> all;
  private final Map<String, List<Recorded<PayerPolicy>>> byType = new HashMap<>();
  private final Map<String, List<Recorded<PayerPolicy>>> byId = new HashMap<>();

  Policies(List<Recorded<PayerPolicy>> versions) {
    this.all =
        Latest.where(Latest.ofVersions(versions), p -> p.rule() != null && p.rule().type() != null);
    for (var policy : all) {
      byType.computeIfAbsent(policy.fact().rule().type(), t -> new ArrayList<>(4)).add(policy);
      byId.computeIfAbsent(policy.id(), i -> new ArrayList<>(1)).add(policy);
    }
  }

  private List<Recorded<PayerPolicy>> sent(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /**
   * The rules of a type that a payer applies on a day; of one policy only the highest version whose
   * span holds the day, and none of the nation's where the payer has its own that fit.
   */
  List<Recorded<PayerPolicy>> inForce(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    var own = matching(payerId, type, day, fits);
    return own.isEmpty() ? national(type, day, fits) : own;
  }

  /**
   * The one rule that applies, or null; of several the one that names its codes, then the one that
   * names its license levels, then the one that began last.
   */
  Recorded<PayerPolicy> one(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    var own = narrowest(payerId, type, day, fits);
    if (own != null) {
      return own;
    }
    var last = narrowest(NATIONAL, type, day, fits);
    for (var shipped : NationalRules.of(type)) {
      if (fits.test(shipped.fact().rule()) && in(shipped, day) && !replaced(shipped)) {
        last = narrower(shipped, last);
      }
    }
    return last;
  }

  private Recorded<PayerPolicy> narrowest(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    Recorded<PayerPolicy> last = null;
    for (var policy : sent(type)) {
      if (applies(policy, payerId, day, fits)) {
        last = narrower(policy, last);
      }
    }
    return last;
  }

  private static Recorded<PayerPolicy> narrower(
      Recorded<PayerPolicy> policy, Recorded<PayerPolicy> than) {
    return than == null || NARROWEST.compare(policy, than) > 0 ? policy : than;
  }

  private boolean applies(
      Recorded<PayerPolicy> policy, String payerId, LocalDate day, Predicate<PolicyRule> fits) {
    return policy.fact().payerId().equals(payerId)
        && in(policy, day)
        && fits.test(policy.fact().rule())
        && !superseded(policy, day);
  }

  private static final Comparator<Recorded<PayerPolicy>> NARROWEST =
      Comparator.comparing((Recorded<PayerPolicy> p) -> namesCodes(p.fact().rule()))
          .thenComparing(p -> !p.fact().rule().licenseLevels().isEmpty())
          .thenComparing(p -> p.fact().effective() == null ? LocalDate.MIN : p.fact().effective())
          .thenComparing(Recorded::version)
          .thenComparing(Recorded::recordedAt);

  /**
   * Rules of both the payer and the nation, for kinds of which several apply side by side; the
   * nation's only on codes of which the payer itself says nothing.
   */
  List<Recorded<PayerPolicy>> every(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    var found = matching(payerId, type, day, fits);
    int own = found.size();
    for (var policy : national(type, day, fits)) {
      if (!spoken(found, own, policy)) {
        found.add(policy);
      }
    }
    return found;
  }

  /** Whether one of the first rules of a list is on the same codes. */
  private static boolean spoken(
      List<Recorded<PayerPolicy>> rules, int first, Recorded<PayerPolicy> policy) {
    for (int i = 0; i < first; i++) {
      if (sameCodes(rules.get(i).fact().rule(), policy.fact().rule())) {
        return true;
      }
    }
    return false;
  }

  /** The nation's rules: those that the practice sent, and those shipped on other codes. */
  private List<Recorded<PayerPolicy>> national(
      String type, LocalDate day, Predicate<PolicyRule> fits) {
    var found = matching(NATIONAL, type, day, fits);
    for (var shipped : NationalRules.of(type)) {
      if (fits.test(shipped.fact().rule()) && in(shipped, day) && !replaced(shipped)) {
        found.add(shipped);
      }
    }
    return found;
  }

  /** Whether the practice keeps a national rule of its own on the same codes, of whatever dates. */
  private boolean replaced(Recorded<PayerPolicy> shipped) {
    for (var policy : sent(shipped.fact().rule().type())) {
      if (policy.fact().payerId().equals(NATIONAL)
          && sameCodes(policy.fact().rule(), shipped.fact().rule())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The spans of days on which a code is part of its set: as the practice sent, else as shipped.
   */
  List<Recorded<PayerPolicy>> spans(String procedure) {
    var own = new ArrayList<Recorded<PayerPolicy>>(1);
    for (var policy : sent("CODE_SPAN")) {
      if (procedure.equals(policy.fact().rule().procedure())) {
        own.add(policy);
      }
    }
    return own.isEmpty() ? NationalRules.spans(procedure) : own;
  }

  private static boolean sameCodes(PolicyRule a, PolicyRule b) {
    return Objects.equals(a.procedure(), b.procedure())
        && Objects.equals(a.column1(), b.column1())
        && Objects.equals(a.column2(), b.column2())
        && a.procedures().equals(b.procedures())
        && a.modifiers().equals(b.modifiers());
  }

  private static boolean in(Recorded<PayerPolicy> policy, LocalDate day) {
    var p = policy.fact();
    return day != null
        && (p.effective() == null || !day.isBefore(p.effective()))
        && (p.termination() == null || !day.isAfter(p.termination()));
  }

  /**
   * A rule that the payer or the practice's own national table holds and that is not in force on
   * the day, or null.
   */
  Recorded<PayerPolicy> outside(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    for (var policy : sent(type)) {
      var p = policy.fact();
      if ((p.payerId().equals(payerId) || NATIONAL.equals(p.payerId()))
          && !in(policy, day)
          && fits.test(p.rule())) {
        return policy;
      }
    }
    return null;
  }

  private List<Recorded<PayerPolicy>> matching(
      String payerId, String type, LocalDate day, Predicate<PolicyRule> fits) {
    var found = new ArrayList<Recorded<PayerPolicy>>();
    for (var policy : sent(type)) {
      if (applies(policy, payerId, day, fits)) {
        found.add(policy);
      }
    }
    return found;
  }

  /** Whether a higher version of the same policy also covers the day, of whatever type it is. */
  private boolean superseded(Recorded<PayerPolicy> policy, LocalDate day) {
    for (var other : byId.getOrDefault(policy.id(), List.of())) {
      if (other.version() > policy.version() && in(other, day)) {
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

  private static boolean namesCodes(PolicyRule rule) {
    return !rule.procedures().isEmpty() && !rule.procedures().contains(NATIONAL);
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
