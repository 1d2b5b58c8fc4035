package io.headwater.rootcause;

import io.headwater.rootcause.fact.ClaimPayment;
import io.headwater.rootcause.fact.PayerPolicy;
import io.headwater.rootcause.fact.PolicyRule;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;

/** The last days for each remedy, by the rules in force on the date of service. */
final class Windows {
  private final World w;
  private final Ledger ledger;

  Windows(World w, Ledger ledger) {
    this.w = w;
    this.ledger = ledger;
  }

  /**
   * A last day.
   *
   * @param last the day, or null when no rule sets one
   * @param basis from what it runs
   * @param policy the rule's id and version, or null
   */
  record Window(LocalDate last, String basis, String policy) {
    private static final String PASSED = ", passed";

    static final Window NONE = new Window(null, "No rule on file sets a deadline.", null);

    boolean set() {
      return last != null;
    }

    boolean open(LocalDate today) {
      return last != null && !today.isAfter(last);
    }

    /** The same as it is told on a day: whether it is over is said. */
    Window told(LocalDate today) {
      return !set() || open(today) || basis.endsWith(PASSED)
          ? this
          : new Window(last, basis + PASSED, policy);
    }
  }

  private Recorded<PayerPolicy> filing() {
    return w.policies.one(w.payerId, "FILING_LIMIT", w.dos, r -> true);
  }

  static String cite(Recorded<PayerPolicy> policy) {
    return policy.id() + " v" + policy.version();
  }

  /** The first remittance of the claim, or of the claim it corrects. */
  LocalDate firstRemittance() {
    var earlier = w.claim == null ? null : EarlierBill.of(w);
    if (earlier != null && earlier.payment() != null) {
      return earlier.payment().fact().paymentDate();
    }
    for (var payment : w.payments) {
      if (!payment.fact().reversal() && Ledger.denies(payment.fact())) {
        return payment.fact().paymentDate();
      }
    }
    return w.payments.isEmpty() ? null : w.payments.getFirst().fact().paymentDate();
  }

  LocalDate lastRemittance() {
    Recorded<ClaimPayment> last = ledger.standing != null ? ledger.standing : ledger.reversal;
    return last == null ? firstRemittance() : last.fact().paymentDate();
  }

  /** For a replacement of an adjudicated claim. */
  Window corrected() {
    var policy = filing();
    if (policy == null) {
      return Window.NONE;
    }
    var r = policy.fact().rule();
    if (r.correctedDays() == null) {
      return original(w);
    }
    var byService = "SERVICE_DATE".equals(r.correctedBasis());
    var from = byService ? w.dos : firstRemittance();
    return from == null
        ? original(w)
        : new Window(
            from.plusDays(r.correctedDays()),
            r.correctedDays()
                + " days from the "
                + (byService ? "date of service " : "first remittance of ")
                + from,
            cite(policy));
  }

  /** For a first claim at the payer of a world. */
  static Window original(World world) {
    var limit = FilingLimit.limitOf(world);
    return limit == null
        ? Window.NONE
        : new Window(
            limit.last(),
            limit.policy().fact().rule().days()
                + " days from "
                + basis(limit.policy().fact().rule())
                + " "
                + limit.from(),
            cite(limit.policy()));
  }

  private static String basis(PolicyRule rule) {
    return "PRIMARY_REMITTANCE".equals(rule.basis())
        ? "the primary payer's remittance of"
        : "the date of service";
  }

  /** For a claim that goes to another payer. */
  Window reroute(String payerId) {
    var x = CarveOuts.reroute(w.copy(), payerId);
    var limit = FilingLimit.limitOf(x);
    if (limit == null) {
      return Window.NONE;
    }
    var retro = limit.policy().fact().rule().retroEligibilityDays();
    var notice =
        Latest.last(
            Latest.where(
                w.notices,
                n -> n.receivedOn() != null && n.type() != null && n.type().startsWith("RETRO")));
    if (retro != null
        && notice != null
        && notice.fact().receivedOn().plusDays(retro).isAfter(limit.last())) {
      return new Window(
          notice.fact().receivedOn().plusDays(retro),
          retro + " days from the notice of " + notice.fact().receivedOn(),
          cite(limit.policy()));
    }
    return original(x);
  }

  Window appeal() {
    return fromRemittance(PolicyRule::appealDays, "appeal");
  }

  Window goodCause() {
    var window = fromRemittance(PolicyRule::goodCauseDays, "good cause");
    return window.set() ? window : appeal();
  }

  /** An appeal against a take-back runs from the remittance that took it. */
  Window appealFrom(LocalDate taken) {
    return fromRemittance(
        PolicyRule::appealDays, "appeal", taken == null ? lastRemittance() : taken);
  }

  private Window fromRemittance(Function<PolicyRule, Integer> days, String what) {
    return fromRemittance(days, what, lastRemittance());
  }

  private Window fromRemittance(Function<PolicyRule, Integer> days, String what, LocalDate from) {
    var policy = filing();
    if (policy == null || from == null || days.apply(policy.fact().rule()) == null) {
      return Window.NONE;
    }
    var count = days.apply(policy.fact().rule());
    return new Window(
        from.plusDays(count),
        count + " days for " + what + " from the remittance of " + from,
        cite(policy));
  }

  private Recorded<PayerPolicy> authorization(Violation root) {
    var line =
        w.lines.stream()
            .filter(l -> root.lines.contains(0) || root.lines.contains(l.number()))
            .findFirst()
            .orElse(null);
    return line == null
        ? null
        : w.policies.one(
            w.payerId,
            "AUTHORIZATION",
            line.serviceDate(),
            r -> Policies.covers(r, line.procedure()) && Policies.licensed(r, w.licenseLevel()));
  }

  Window amend(Violation root) {
    var policy = authorization(root);
    return policy == null || policy.fact().rule().amendmentDays() == null
        ? Window.NONE
        : new Window(
            w.dos.plusDays(policy.fact().rule().amendmentDays()),
            policy.fact().rule().amendmentDays() + " days from the date of service " + w.dos,
            cite(policy));
  }

  Window retroAuthorization(Violation root) {
    var policy = authorization(root);
    if (policy == null || policy.fact().rule().retroRequestDays() == null) {
      return Window.NONE;
    }
    var r = policy.fact().rule();
    var decision = "DECISION".equals(r.retroBasis());
    var from = decision ? decided(root) : w.dos;
    return from == null
        ? Window.NONE
        : new Window(
            from.plusDays(r.retroRequestDays()),
            r.retroRequestDays()
                + " days from the "
                + (decision ? "decision of " : "date of service ")
                + from,
            cite(policy));
  }

  /** The day of the decision on the authorization that a root speaks of, else of the claim. */
  private LocalDate decided(Violation root) {
    var cited =
        root.evidence.stream()
            .filter(e -> "authorization".equals(e.kind()))
            .map(Diagnosis.Evidence::record)
            .toList();
    return w.authorizations.stream()
        .filter(a -> cited.contains(a.id()) && a.fact().decidedAt() != null)
        .map(a -> w.day(a.fact().decidedAt()))
        .max(LocalDate::compareTo)
        .orElseGet(this::lastRemittance);
  }

  Window retroEnrollment() {
    var policy = w.policies.one(w.payerId, "ENROLLMENT", w.dos, r -> true);
    var of =
        Latest.where(
            w.enrollments,
            e ->
                w.renderingNpi != null
                    && w.renderingNpi.equals(e.npi())
                    && Objects.equals(w.payerId, e.payerId()));
    var approved =
        of.stream()
            .map(e -> e.fact().approvedOn())
            .filter(java.util.Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    return policy == null || policy.fact().rule().retroRequestDays() == null || approved == null
        ? Window.NONE
        : new Window(
            approved.plusDays(policy.fact().rule().retroRequestDays()),
            policy.fact().rule().retroRequestDays() + " days from the approval of " + approved,
            cite(policy));
  }

  Window reprocess() {
    var policy = w.policies.one(w.payerId, "ENROLLMENT", w.dos, r -> r.reprocessDays() != null);
    var of =
        Latest.where(
            w.enrollments,
            e ->
                w.renderingNpi != null
                    && w.renderingNpi.equals(e.npi())
                    && Objects.equals(w.payerId, e.payerId()));
    var loaded =
        of.stream()
            .map(e -> e.fact().loadedOn())
            .filter(java.util.Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    return policy == null || loaded == null
        ? appeal()
        : new Window(
            loaded.plusDays(policy.fact().rule().reprocessDays()),
            policy.fact().rule().reprocessDays() + " days from the loading of " + loaded,
            cite(policy));
  }

  /** By when asked-for records are due. */
  Window records() {
    var asked = Latest.last(Latest.where(w.workEvents, e -> "RECORDS_REQUESTED".equals(e.type())));
    if (asked != null && asked.fact().due() != null) {
      return new Window(
          asked.fact().due(), "due as the payer asked on " + w.day(asked.fact().at()), null);
    }
    var policy = w.policies.one(w.payerId, "RECORDS", w.dos, r -> r.dueDays() != null);
    var from = firstRemittance();
    return policy == null || from == null
        ? Window.NONE
        : new Window(
            from.plusDays(policy.fact().rule().dueDays()),
            policy.fact().rule().dueDays() + " days from the request of " + from,
            cite(policy));
  }
}
