package io.headwater.rootcause;

import io.headwater.rootcause.Adjudication.Decision;
import io.headwater.rootcause.Pricing.Priced;
import io.headwater.vocabulary.Adjustment;
import io.headwater.vocabulary.Cause;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Decides line by line, as a payer with its rules and its faults would. */
final class Judge {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  /** Services of which a repetition on the same day is said to be one of its own. */
  private static final Set<String> AGAIN = CodingExams.SEPARATE;

  /** What the front door has looked at. */
  private static final Set<Cause> AT_THE_DOOR =
      Set.of(Cause.BILL_WRONG_ICN, Cause.BILL_REPLACEMENT_TOO_EARLY);

  private final World w;
  private final Set<PayerDefect> defects;

  Judge(World w, Set<PayerDefect> defects) {
    this.w = w;
    this.defects = defects;
  }

  /** Denies the line or leaves it to be priced. */
  Decision decide(BilledLine line) {
    var broken = broken(w, line);
    if (broken != null) {
      var precise = DenialCodes.precise(broken);
      var codes =
          defects.contains(PayerDefect.IMPRECISE_CODES) ? DenialCodes.vague(broken) : precise;
      var defect = codes.equals(precise) ? null : PayerDefect.IMPRECISE_CODES;
      return denied(line, broken, codes, defect);
    }
    if (defects.contains(PayerDefect.LOSES_AUTHORIZATION)) {
      var blind = w.copy();
      blind.authorizations = List.of();
      var missed = broken(blind, line);
      if (missed != null && missed.cause.code().startsWith("AUTH.")) {
        return denied(line, missed, DenialCodes.precise(missed), PayerDefect.LOSES_AUTHORIZATION);
      }
    }
    return null;
  }

  /** The first rule that the line breaks, or null. */
  private static Violation broken(World world, BilledLine line) {
    var twice = duplicate(world, line);
    if (twice != null) {
      return twice;
    }
    var turned = world.copy();
    Assembly.turnTo(turned, List.of(line.number()));
    return Adjudicator.examine(turned, Reported.NOTHING, false).violations.stream()
        .filter(v -> v.denies && !AT_THE_DOOR.contains(v.cause))
        .filter(v -> v.lines.contains(0) || v.lines.contains(line.number()))
        .min(Comparator.comparingInt(v -> Adjudicator.order(v.cause)))
        .orElse(null);
  }

  /** That the very service was billed before, or null; only a payer's word brings it up else. */
  private static Violation duplicate(World world, BilledLine line) {
    if (!"1".equals(world.frequency) || line.modifiers().stream().anyMatch(AGAIN::contains)) {
      return null;
    }
    var earlier = EarlierBill.of(world);
    if (earlier == null
        || earlier.claim().fact().lines().stream()
            .noneMatch(
                l ->
                    line.procedure() != null
                        && line.procedure().equals(l.procedure())
                        && line.serviceDate().equals(l.serviceDate()))
        || turnedAway(world, earlier)) {
      return null;
    }
    var turned = world.copy();
    Assembly.turnTo(turned, List.of(line.number()));
    var found = new Findings();
    DuplicateExams.examine(
        turned, new Reported(Set.of("18"), Set.of(), Set.of("OA"), Set.of(), Set.of()), found);
    return found.violations.stream()
        .filter(
            v ->
                v.cause == Cause.BILL_DUPLICATE_NO_FREQ7
                    || v.cause == Cause.BILL_TRUE_DUPLICATE
                    || v.cause == Cause.CODE_MODIFIER_MISSING)
        .findFirst()
        .orElse(null);
  }

  /** Whether the earlier claim never got past the front door. */
  private static boolean turnedAway(World world, EarlierBill earlier) {
    if (earlier.payment() != null) {
      return false;
    }
    var number = earlier.claim().fact().controlNumber();
    var said =
        Latest.where(
            Latest.of(world.dossier.acknowledgments()), a -> number.equals(a.controlNumber()));
    return said.stream().noneMatch(a -> Submissions.accepts(a.fact()));
  }

  /** The decisions, those that were left open priced together and in order. */
  List<Decision> settled(List<Decision> decisions) {
    var denied = new ArrayList<Integer>();
    var paying = new ArrayList<Integer>();
    for (int i = 0; i < decisions.size(); i++) {
      (decisions.get(i) == null ? paying : denied).add(w.lines.get(i).number());
    }
    var settled = new ArrayList<>(decisions);
    for (int i = 0; i < settled.size(); i++) {
      var line = w.lines.get(i);
      var base = settled.get(i) == null ? AddOns.deniedBase(w, line.number(), denied) : 0;
      if (base != 0) {
        settled.set(i, withBase(line, decisions.get(w.lines.indexOf(w.line(base)))));
        paying.remove(Integer.valueOf(line.number()));
      }
    }
    var priced =
        paying.isEmpty()
            ? List.<Priced>of()
            : Pricing.of(w, paying, defects.contains(PayerDefect.OLD_FEE_SCHEDULE));
    var left = leftByPrimary();
    for (var price : priced) {
      var decision = left == null ? primary(price) : secondary(price, left);
      left = left == null ? null : left.subtract(decision.paid()).max(NOTHING);
      settled.set(w.lines.indexOf(price.line()), decision);
    }
    return settled;
  }

  private static Decision denied(
      BilledLine line, Violation broken, DenialCodes codes, PayerDefect defect) {
    var charge = cents(line.charge());
    return new Decision(
        line.number(),
        line.procedure(),
        line.modifiers(),
        line.serviceDate(),
        line.units(),
        charge,
        NOTHING,
        NOTHING,
        charge.signum() == 0 ? List.of() : List.of(codes.of(charge)),
        codes.remarks(),
        broken.cause,
        defect,
        defect == PayerDefect.LOSES_AUTHORIZATION
            ? "The payer does not find the authorization that it has granted."
            : broken.summary);
  }

  /** An add-on falls with its base. */
  private static Decision withBase(BilledLine line, Decision base) {
    var charge = cents(line.charge());
    return new Decision(
        line.number(),
        line.procedure(),
        line.modifiers(),
        line.serviceDate(),
        line.units(),
        charge,
        NOTHING,
        NOTHING,
        charge.signum() == 0 ? List.of() : List.of(new Adjustment("CO", "107", charge)),
        List.of("N122"),
        base.cause(),
        base.defect(),
        "The service that it adds to is denied (line " + base.number() + ").");
  }

  private Decision primary(Priced price) {
    var charge = cents(price.line().charge());
    var adjustments = new ArrayList<Adjustment>();
    add(adjustments, "CO", "45", charge.subtract(price.allowed()));
    add(adjustments, "PR", "1", price.deductible());
    add(adjustments, "PR", "2", price.coinsurance());
    add(adjustments, "PR", "3", price.copay());
    return pays(price, adjustments, price.paid());
  }

  /** A secondary plan pays at most what the primary left to the patient. */
  private Decision secondary(Priced price, BigDecimal left) {
    var charge = cents(price.line().charge());
    var paid = price.paid().min(left);
    var patient = left.subtract(paid).min(price.allowed().subtract(price.paid()));
    var adjustments = new ArrayList<Adjustment>();
    add(adjustments, "OA", "23", charge.subtract(paid).subtract(patient));
    var deductible = price.deductible().min(patient);
    var copay = price.copay().min(patient.subtract(deductible));
    add(adjustments, "PR", "1", deductible);
    add(adjustments, "PR", "2", patient.subtract(deductible).subtract(copay));
    add(adjustments, "PR", "3", copay);
    return pays(price, adjustments, paid);
  }

  private Decision pays(Priced price, List<Adjustment> adjustments, BigDecimal paid) {
    var line = price.line();
    return new Decision(
        line.number(),
        line.procedure(),
        line.modifiers(),
        line.serviceDate(),
        line.units(),
        cents(line.charge()),
        price.allowed(),
        cents(paid),
        adjustments,
        List.of(),
        null,
        stale(price) ? PayerDefect.OLD_FEE_SCHEDULE : null,
        words(price));
  }

  private boolean stale(Priced price) {
    var due = w.contract.rate(w.payerId, price.line(), w.licenseLevel());
    return due != null
        && price.agreed() != null
        && !due.schedule().equals(price.agreed().schedule());
  }

  private String words(Priced price) {
    if (price.agreed() == null) {
      return "No contracted rate is on file; allowed as charged.";
    }
    var by = price.agreed().schedule();
    return "Allowed "
        + price.allowed()
        + " by "
        + by.id()
        + " version "
        + by.version()
        + (stale(price) ? ", which is no longer in force." : ".");
  }

  /** What the primary payer left to the patient of this claim, or null for a primary claim. */
  private BigDecimal leftByPrimary() {
    var claim = w.claim.fact();
    if (!"S".equals(claim.payerRank()) && !"T".equals(claim.payerRank())) {
      return null;
    }
    var left = BigDecimal.ZERO;
    for (var other : claim.otherPayers()) {
      for (var a : other.adjustments()) {
        if ("PR".equals(a.group())) {
          left = left.add(Ledger.zero(a.amount()));
        }
      }
    }
    return cents(left);
  }

  private static void add(
      List<Adjustment> adjustments, String group, String reason, BigDecimal amount) {
    if (amount.signum() != 0) {
      adjustments.add(new Adjustment(group, reason, cents(amount)));
    }
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
