package io.headwater.rootcause;

import static io.headwater.vocabulary.ActionKind.*;

import io.headwater.rootcause.Windows.Window;
import io.headwater.vocabulary.ActionKind;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Verdict;
import java.util.List;

/**
 * What to do about a root cause, and by which day; {@link Recoverability} says how often it helps.
 */
final class Plans {
  private final World w;
  private final Verdict verdict;
  private final Reported reported;
  private final Windows windows;

  Plans(World w, Ledger ledger, Verdict verdict, Reported reported) {
    this.w = w;
    this.verdict = verdict;
    this.reported = reported;
    this.windows = new Windows(w, ledger);
  }

  /**
   * The way forward for roots that only pay together: every step once, what prepares the claim
   * before the claim itself, by the earliest of the days; where one of them leads nowhere, none
   * does.
   */
  Plan of(List<Violation> roots) {
    Plan joint = null;
    for (var root : roots) {
      var plan = of(root, roots);
      joint = joint == null ? plan : joint.with(plan);
    }
    return joint;
  }

  /**
   * For a denial that the records neither explain nor prove wrong: its appeal, while it is open.
   */
  Plan unexplained() {
    return appeal(45);
  }

  private Plan of(Violation root, List<Violation> roots) {
    if (root.mended) {
      return resend(12);
    }
    return switch (root.cause) {
      case ELIG_WRONG_PAYER_CARVEOUT, ELIG_WRONG_PLAN_MCO, ELIG_COB_ORDER, BILL_WRONG_PAYER_ID ->
          reroute(root);
      case ELIG_COVERAGE_TERMED,
          ELIG_RETRO_TERM,
          ELIG_NOT_VERIFIED,
          ELIG_STALE_CHECK,
          ELIG_NOT_YET_EFFECTIVE ->
          uncovered(root);
      case ELIG_MEMBER_ID_MISMATCH, ELIG_DEMOGRAPHIC_MISMATCH -> resend(12);
      case ELIG_COB_INFO_MISSING -> resend(25);
      case ELIG_BENEFIT_EXCLUDED_RIDER, ELIG_BENEFIT_MAX -> patientOr(appeal(40));
      case ELIG_OON_NETWORK -> patientOr(appeal(40));
      case ELIG_GRACE_PERIOD -> new Plan(List.of(WAIT), windows.appeal(), 5);
      case ELIG_HOSPICE -> resend(15);
      case ELIG_PCP_REFERRAL_NEEDED, AUTH_REFERRAL_ABSENT -> resend(25);
      case CRED_APPLICATION_IDLE, CRED_EFFECTIVE_AFTER_DOS -> retroEnrollment();
      case CRED_TERMED,
          CRED_REVALIDATION_MISSED,
          CRED_CAQH_LAPSED,
          CRED_LOCATION_NOT_LINKED,
          CRED_GROUP_LINK_MISSING ->
          retroEnrollment();
      case CRED_NOT_ENROLLED -> retroEnrollment();
      case CRED_LICENSE_LAPSED, CRED_PROVIDER_TYPE_NOT_ALLOWED -> writeOff();
      case CRED_APPROVED_NOT_LOADED -> reprocess();
      case CRED_CONTRACT_NOT_LOADED, AUTH_ON_FILE_NOT_LOADED -> dispute();
      case CRED_TAXONOMY_MISMATCH -> resend(12);
      case CRED_SUPERVISION_SETUP -> supervision(root);
      case AUTH_ABSENT, AUTH_REQUESTED_LATE, AUTH_WRONG_ADMINISTRATOR -> retroAuthorization(root);
      case AUTH_EXPIRED -> renewed(root);
      case AUTH_UNITS_EXHAUSTED,
          AUTH_SCOPE_PROVIDER,
          AUTH_SCOPE_CPT,
          AUTH_SCOPE_DX,
          AUTH_SCOPE_LOCATION ->
          amended(root);
      case AUTH_DENIED -> appeal(60);
      case AUTH_NOT_ON_CLAIM, AUTH_NUMBER_TYPO -> resend(10);
      case DOC_NOTE_UNSIGNED -> records();
      case DOC_NOTE_LATE -> reported.says("29") ? late() : appeal(40);
      case DOC_TIME_NOT_DOCUMENTED -> resend(25);
      case DOC_TX_PLAN_EXPIRED, DOC_MED_NECESSITY_LANGUAGE ->
          reported.says(DocumentationExams.RECORDS) && windows.records().open(w.today)
              ? sendRecords(root)
              : appeal(60);
      case DOC_RECORDS_NOT_SENT, DOC_RECORDS_INCOMPLETE -> sendRecords(root);
      case CODE_ADDON_NO_PRIMARY,
          CODE_TIME_CODE_MISMATCH,
          CODE_NCCI_PAIR,
          CODE_DX_NOT_COVERED,
          CODE_DX_PROC,
          CODE_POS_TELEHEALTH ->
          curable(root);
      case CODE_FREQUENCY -> appeal(40);
      case CODE_LEVEL_UNSUPPORTED -> noAppeal() ? curable(root) : appeal(45);
      case CODE_MUE_UNITS,
          CODE_MODIFIER_MISSING,
          CODE_MODIFIER_INVALID,
          CODE_DX_INVALID,
          CODE_NEW_PT,
          CODE_CODE_INVALID_DOS,
          CODE_AGE ->
          resend(12);
      case BILL_LATE_FIRST_SUBMISSION, BILL_REJECTION_UNWORKED -> late();
      case BILL_DUPLICATE_NO_FREQ7, BILL_WRONG_ICN -> resend(10);
      case BILL_REPLACEMENT_TOO_EARLY -> tooEarly();
      case BILL_TRUE_DUPLICATE -> new Plan(List.of(WRITE_OFF), Window.NONE, 5);
      case BILL_NPI_MISSING, BILL_NPI_INVALID, BILL_PRIMARY_EOB_MISSING, BILL_SECONDARY_CAS_LOST ->
          resend(12);
      case BILL_APPEAL_LATE -> writeOff();
      case PAYER_OFFSET -> offset(root);
      case PAYER_PROCESSING_ERROR,
          PAYER_FEE_SCHEDULE_STALE,
          PAYER_POLICY_CHANGE,
          PAYER_CODE_IMPRECISE ->
          payerError();
      case SCHED_BEFORE_ENROLMENT, SCHED_BEFORE_AUTH, SCHED_THERAPIST_CHANGE ->
          roots.size() > 1 ? of(roots.get(1), List.of(roots.get(1))) : writeOff();
      case NONE_PATIENT_COST_SHARE -> new Plan(List.of(PATIENT_STATEMENT), Window.NONE, 2);
      case NONE_CONTRACTUAL -> new Plan(List.of(WRITE_OFF), Window.NONE, 1);
    };
  }

  /** A replacement has to wait for the first claim to be finalised. */
  private Plan tooEarly() {
    var earlier = EarlierBill.of(w);
    var plan = resend(10);
    return earlier != null && earlier.payment() == null
        ? new Plan(List.of(WAIT, CORRECT_AND_REPLACE), plan.window(), 10)
        : plan;
  }

  private boolean noAppeal() {
    return reported.says("MA130", "N211");
  }

  /** For a claim turned away for a reason that no cause names: it was never received. */
  Plan resent() {
    return resend(15);
  }

  /** Whether the payer has decided nothing under a number of its own that could be replaced. */
  private boolean unprocessed() {
    return undecided() || w.payments.stream().allMatch(p -> p.fact().payerControlNumber() == null);
  }

  private Plan resend(int minutes) {
    if (unprocessed()) {
      return open(new Plan(List.of(NEW_CLAIM), Windows.original(w), minutes));
    }
    return open(new Plan(List.of(CORRECT_AND_REPLACE), windows.corrected(), minutes));
  }

  /**
   * The plan while its window is open; afterwards nothing is left but to write off, and the day is
   * still told.
   */
  private Plan open(Plan plan) {
    var window = plan.window();
    if (!window.set() || window.open(w.today)) {
      return plan;
    }
    return new Plan(List.of(WRITE_OFF), window.told(w.today), 15);
  }

  private Plan reroute(Violation root) {
    var to =
        root.cures.stream()
            .flatMap(c -> c.changes().stream())
            .filter(c -> c.fact().equals("claim.payerId"))
            .map(Diagnosis.Change::to)
            .findFirst();
    if (to.isEmpty()) {
      return reported.says("29") ? late() : writeOff();
    }
    // CARC 300: the payer has passed the claim on itself
    return reported.says("300")
        ? new Plan(List.of(WAIT), windows.reroute(to.get()), 5)
        : open(new Plan(List.of(REROUTE), windows.reroute(to.get()), 15));
  }

  private Plan uncovered(Violation root) {
    var linked =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(root),
                root.linked.stream().map(Violation.Linked::violation))
            .toList();
    for (var violation : linked) {
      if (violation.cures.stream()
          .flatMap(c -> c.changes().stream())
          .anyMatch(c -> c.fact().equals("claim.payerId"))) {
        return reroute(violation);
      }
    }
    var unknown =
        (root.cause == Cause.ELIG_NOT_VERIFIED || root.cause == Cause.ELIG_STALE_CHECK)
            && linked.size() == 1;
    return unknown ? resend(25) : patientOr(writeOff());
  }

  /**
   * A statement to the patient where the payer says so (PR); a contractual amount never goes there.
   */
  private Plan patientOr(Plan otherwise) {
    var patients = reported.groups().contains("PR") && !reported.groups().contains("CO");
    return patients ? new Plan(List.of(PATIENT_STATEMENT), Window.NONE, 5) : otherwise;
  }

  /** Whether there is no decision that could be disputed, but only a claim to send. */
  private boolean undecided() {
    return reported.says("MA130") || verdict == Verdict.REJECTED;
  }

  private Plan appeal(int minutes) {
    if (undecided()) {
      return resend(minutes);
    }
    if (noAppeal()) {
      return new Plan(List.of(WRITE_OFF), Window.NONE, 10);
    }
    return open(new Plan(List.of(APPEAL), windows.appeal(), minutes));
  }

  private Plan dispute() {
    return undecided() ? resend(30) : open(new Plan(List.of(DISPUTE), windows.appeal(), 30));
  }

  /**
   * The payer is asked to decide again by what it has loaded since; when that day is over, while an
   * appeal is open.
   */
  private Plan reprocess() {
    var window = windows.reprocess();
    return undecided() || window.set() && !window.open(w.today) && windows.appeal().open(w.today)
        ? dispute()
        : open(new Plan(List.of(DISPUTE), window, 30));
  }

  private Plan payerError() {
    return reported.says("50", "55", "56", "216") && !noAppeal() ? appeal(45) : dispute();
  }

  private Plan offset(Violation root) {
    var taken = root.evidence.isEmpty() ? null : root.evidence.getFirst().validAt();
    return open(new Plan(List.of(DISPUTE), windows.appealFrom(taken), 40));
  }

  private Plan writeOff() {
    return new Plan(List.of(WRITE_OFF), windows.appeal(), 10);
  }

  private Plan late() {
    return new Plan(List.of(WRITE_OFF), windows.goodCause(), 30);
  }

  private Plan retroEnrollment() {
    var window = windows.retroEnrollment();
    if (!window.set()) {
      return writeOff();
    }
    return window.open(w.today)
        ? new Plan(List.of(RETRO_ENROLLMENT, replacement()), window, 40)
        : open(new Plan(List.of(RETRO_ENROLLMENT), window, 40));
  }

  private Plan retroAuthorization(Violation root) {
    var retro = windows.retroAuthorization(root);
    if (retro.open(w.today)) {
      return new Plan(List.of(RETRO_AUTHORIZATION, replacement()), retro, 35);
    }
    if (retro.set()) {
      return open(new Plan(List.of(RETRO_AUTHORIZATION), retro, 35));
    }
    return appeal(45);
  }

  private Plan renewed(Violation root) {
    var retro = windows.retroAuthorization(root);
    if (retro.open(w.today)) {
      return retroAuthorization(root);
    }
    var amend = windows.amend(root);
    return amend.open(w.today)
        ? amended(root)
        : retro.set() ? retroAuthorization(root) : amend.set() ? amended(root) : appeal(45);
  }

  private Plan amended(Violation root) {
    var amend = windows.amend(root);
    if (amend.open(w.today)) {
      return new Plan(List.of(AMEND_AUTHORIZATION, replacement()), amend, 35);
    }
    var retro = windows.retroAuthorization(root);
    if (retro.open(w.today)) {
      return new Plan(List.of(RETRO_AUTHORIZATION, replacement()), retro, 35);
    }
    if (amend.set()) {
      return open(new Plan(List.of(AMEND_AUTHORIZATION), amend, 35));
    }
    return retro.set() ? open(new Plan(List.of(RETRO_AUTHORIZATION), retro, 35)) : appeal(45);
  }

  private ActionKind replacement() {
    return unprocessed() ? NEW_CLAIM : CORRECT_AND_REPLACE;
  }

  private Plan records() {
    var plan = appeal(45);
    return plan.type() == WRITE_OFF
        ? plan
        : new Plan(List.of(plan.type(), SEND_RECORDS), plan.window(), 45);
  }

  private Plan sendRecords(Violation root) {
    var due = windows.records();
    if (due.open(w.today)) {
      return new Plan(List.of(SEND_RECORDS), due, 25);
    }
    var asked = !due.set() && reported.says("252");
    if (asked || root.cause == Cause.DOC_RECORDS_INCOMPLETE) {
      return open(new Plan(List.of(SEND_RECORDS), windows.appeal(), 25));
    }
    return records();
  }

  /** A code that can be put right from what is documented, or else cannot be defended. */
  private Plan curable(Violation root) {
    if (root.cures.stream().noneMatch(c -> c.kind() == Diagnosis.Kind.REMEDY)) {
      return writeOff();
    }
    var plan = resend(25);
    var asked = reported.says(DocumentationExams.RECORDS);
    return asked && root.cause == Cause.CODE_TIME_CODE_MISMATCH && plan.type() != WRITE_OFF
        ? new Plan(List.of(plan.type(), SEND_RECORDS), plan.window(), 25)
        : plan;
  }

  /** Billing under a supervisor that no policy of the payer allows is reviewed before all else. */
  private Plan supervision(Violation root) {
    var policy =
        w.policies.one(
            w.payerId, "SUPERVISION", w.dos, r -> Policies.licensed(r, w.licenseLevel()));
    var arrangement =
        Latest.first(
            Latest.where(
                w.supervisions,
                s -> w.treatingNpi() != null && w.treatingNpi().equals(s.superviseeNpi())));
    var referred =
        policy != null && policy.fact().rule().policyRef() != null
            || arrangement != null && arrangement.fact().policyRef() != null;
    if (root.cures.stream().noneMatch(c -> c.kind() == Diagnosis.Kind.REMEDY)) {
      return referred || arrangement == null || !"SUPERVISOR".equals(arrangement.fact().billAs())
          ? writeOff()
          : new Plan(List.of(COMPLIANCE_REVIEW, WRITE_OFF), writeOff().window(), 60);
    }
    var plan = resend(12);
    return referred ? plan : new Plan(List.of(COMPLIANCE_REVIEW, plan.type()), plan.window(), 60);
  }
}
