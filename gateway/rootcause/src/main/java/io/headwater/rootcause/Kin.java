package io.headwater.rootcause;

import io.headwater.rootcause.fact.Claim;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the root of an answer touches besides the claim, by the kind of root: everybody of an
 * employer group whose benefit moved, everything of a clinician whom a payer had not enrolled, all
 * that is billed in the shape a policy no longer takes, the visits of one authorization, the claims
 * of one coverage; or nothing, where somebody erred once.
 *
 * @param among where to look
 * @param claims the claims touched
 * @param visits the bookings touched
 * @param unbilled whether past bookings without a claim are touched too
 * @param ratedBy the payer under whose contract the claims would be worth what they should be
 */
record Kin(
    Among among,
    Predicate<Claim> claims,
    Predicate<Booking> visits,
    boolean unbilled,
    String ratedBy) {

  /** Where to look for claims. */
  enum Among {
    NOBODY,
    PATIENT,
    PAYER,
    CLINICIAN
  }

  static Kin of(World w, Violation root, Neighbours neighbours) {
    return switch (root.cause) {
      case ELIG_WRONG_PAYER_CARVEOUT, ELIG_WRONG_PLAN_MCO -> GroupKin.of(w, neighbours);
      case CRED_NOT_ENROLLED,
          CRED_EFFECTIVE_AFTER_DOS,
          CRED_APPLICATION_IDLE,
          CRED_TERMED,
          CRED_REVALIDATION_MISSED,
          SCHED_BEFORE_ENROLMENT ->
          ClinicianKin.of(w, day -> !ClinicianKin.enrolled(w, day));
      case CRED_CAQH_LAPSED -> ClinicianKin.of(w, day -> !ClinicianKin.attested(w, day));
      case CRED_APPROVED_NOT_LOADED -> ClinicianKin.of(w, day -> !ClinicianKin.loaded(w, day));
      case CRED_GROUP_LINK_MISSING -> ClinicianKin.of(w, day -> !ClinicianKin.linked(w, day));
      case CRED_LOCATION_NOT_LINKED -> {
        var kin = ClinicianKin.of(w, day -> true);
        var place = place(w);
        yield new Kin(
            kin.among,
            kin.claims.and(c -> Objects.equals(c.placeOfService(), place)),
            kin.visits,
            false,
            w.payerId);
      }
      case CRED_LICENSE_LAPSED -> ClinicianKin.unlicensed(w);
      case CRED_TAXONOMY_MISMATCH, CRED_SUPERVISION_SETUP, CRED_PROVIDER_TYPE_NOT_ALLOWED ->
          shape(w, since(w, root));
      case CRED_CONTRACT_NOT_LOADED, PAYER_FEE_SCHEDULE_STALE ->
          billedAlike(w, since(w, root), false);
      case PAYER_POLICY_CHANGE,
          CODE_POS_TELEHEALTH,
          CODE_MODIFIER_MISSING,
          CODE_MODIFIER_INVALID,
          CODE_CODE_INVALID_DOS,
          CODE_NCCI_PAIR ->
          billedAlike(w, since(w, root), true);
      case AUTH_ABSENT,
          AUTH_REQUESTED_LATE,
          AUTH_DENIED,
          AUTH_EXPIRED,
          AUTH_UNITS_EXHAUSTED,
          AUTH_SCOPE_DX,
          AUTH_SCOPE_LOCATION,
          AUTH_WRONG_ADMINISTRATOR,
          AUTH_NOT_ON_CLAIM,
          AUTH_NUMBER_TYPO,
          AUTH_ON_FILE_NOT_LOADED,
          AUTH_REFERRAL_ABSENT,
          SCHED_BEFORE_AUTH ->
          authorization(w, b -> true, c -> true);
      case AUTH_SCOPE_PROVIDER, SCHED_THERAPIST_CHANGE ->
          authorization(
              w,
              b -> b.npi() == null || b.npi().equals(w.treatingNpi()),
              c -> Objects.equals(c.renderingNpi(), w.renderingNpi));
      case AUTH_SCOPE_CPT -> {
        var billed = procedures(w);
        yield authorization(
            w,
            b -> b.procedure() == null || billed.contains(b.procedure()),
            c -> c.lines().stream().anyMatch(l -> billed.contains(l.procedure())));
      }
      case ELIG_MEMBER_ID_MISMATCH, BILL_REJECTION_UNWORKED, ELIG_DEMOGRAPHIC_MISMATCH ->
          coverage(w, c -> Objects.equals(c.memberId(), w.memberId));
      case ELIG_NOT_VERIFIED,
          ELIG_STALE_CHECK,
          ELIG_COVERAGE_TERMED,
          ELIG_NOT_YET_EFFECTIVE,
          ELIG_RETRO_TERM,
          ELIG_GRACE_PERIOD,
          ELIG_HOSPICE,
          ELIG_COB_ORDER,
          ELIG_COB_INFO_MISSING,
          ELIG_BENEFIT_EXCLUDED_RIDER,
          ELIG_BENEFIT_MAX,
          ELIG_OON_NETWORK,
          ELIG_PCP_REFERRAL_NEEDED,
          BILL_WRONG_PAYER_ID,
          DOC_TX_PLAN_EXPIRED ->
          coverage(w, c -> true);
      case DOC_NOTE_UNSIGNED,
          DOC_NOTE_LATE,
          DOC_TIME_NOT_DOCUMENTED,
          DOC_MED_NECESSITY_LANGUAGE,
          DOC_RECORDS_NOT_SENT,
          DOC_RECORDS_INCOMPLETE,
          CODE_TIME_CODE_MISMATCH,
          CODE_ADDON_NO_PRIMARY,
          CODE_MUE_UNITS,
          CODE_FREQUENCY,
          CODE_DX_NOT_COVERED,
          CODE_DX_INVALID,
          CODE_DX_PROC,
          CODE_NEW_PT,
          CODE_LEVEL_UNSUPPORTED,
          CODE_AGE,
          BILL_LATE_FIRST_SUBMISSION,
          BILL_DUPLICATE_NO_FREQ7,
          BILL_TRUE_DUPLICATE,
          BILL_REPLACEMENT_TOO_EARLY,
          BILL_WRONG_ICN,
          BILL_NPI_MISSING,
          BILL_NPI_INVALID,
          BILL_PRIMARY_EOB_MISSING,
          BILL_SECONDARY_CAS_LOST,
          BILL_APPEAL_LATE,
          PAYER_PROCESSING_ERROR,
          PAYER_CODE_IMPRECISE,
          PAYER_OFFSET,
          NONE_PATIENT_COST_SHARE,
          NONE_CONTRACTUAL ->
          new Kin(Among.NOBODY, c -> false, b -> false, false, w.payerId);
    };
  }

  /** Claims of the same clinicians sent to the payer in the same shape since its rule began. */
  private static Kin shape(World w, LocalDate since) {
    var treating = w.treatingNpi();
    return new Kin(
        Among.CLINICIAN,
        c ->
            Objects.equals(c.payerId(), w.payerId)
                && Objects.equals(c.renderingNpi(), w.renderingNpi)
                && Objects.equals(c.renderingTaxonomy(), w.renderingTaxonomy)
                && Objects.equals(c.supervisingNpi(), w.supervisingNpi)
                && !day(c).isBefore(since),
        b -> Objects.equals(b.npi(), treating) && Objects.equals(b.payerId(), w.payerId),
        false,
        w.payerId);
  }

  /** Claims sent to the payer for the same service in the same way since its rule began. */
  private static Kin billedAlike(World w, LocalDate since, boolean sameWay) {
    var billed = new HashSet<String>();
    w.lines.forEach(
        l -> billed.add(way(l.procedure(), l.modifiers(), l.placeOfService(), sameWay)));
    var procedures = procedures(w);
    return new Kin(
        Among.PAYER,
        c ->
            Objects.equals(c.payerId(), w.payerId)
                && !day(c).isBefore(since)
                && c.lines().stream()
                    .anyMatch(
                        l ->
                            billed.contains(
                                way(
                                    l.procedure(),
                                    l.modifiers(),
                                    l.placeOfService() == null
                                        ? c.placeOfService()
                                        : l.placeOfService(),
                                    sameWay))),
        b ->
            Objects.equals(b.payerId(), w.payerId)
                && b.procedure() != null
                && procedures.contains(b.procedure())
                && (!sameWay || w.patientIds.contains(b.patientId())),
        false,
        w.payerId);
  }

  private static String way(
      String procedure, List<String> modifiers, String place, boolean sameWay) {
    return sameWay ? procedure + modifiers.stream().sorted().toList() + place : procedure;
  }

  private static Kin authorization(World w, Predicate<Booking> visits, Predicate<Claim> claims) {
    return new Kin(
        Among.PATIENT,
        c ->
            Objects.equals(c.payerId(), w.payerId)
                && Objects.equals(c.authorizationNumber(), w.authorizationNumber)
                && claims.test(c),
        b -> patients(w, b) && visits.test(b),
        false,
        w.payerId);
  }

  private static Kin coverage(World w, Predicate<Claim> claims) {
    return new Kin(
        Among.PATIENT,
        c -> Objects.equals(c.payerId(), w.payerId) && !day(c).isBefore(w.dos) && claims.test(c),
        b -> patients(w, b),
        false,
        w.payerId);
  }

  private static boolean patients(World w, Booking b) {
    return w.patientIds.contains(b.patientId())
        && (b.payerId() == null || b.payerId().equals(w.payerId));
  }

  private static Set<String> procedures(World w) {
    var procedures = new HashSet<String>();
    w.lines.forEach(l -> procedures.add(l.procedure()));
    procedures.remove(null);
    return procedures;
  }

  private static String place(World w) {
    return w.claim == null ? null : w.claim.fact().placeOfService();
  }

  /** The day since which the rules that the root cites are in force; long ago where none is. */
  private static LocalDate since(World w, Violation root) {
    var since = LocalDate.MIN;
    for (var policy : w.dossier.policies()) {
      for (var cited : root.evidence) {
        if ("payer-policy".equals(cited.kind())
            && policy.id().equals(cited.record())
            && Objects.equals(cited.version(), policy.version())
            && policy.fact().effective() != null
            && policy.fact().effective().isAfter(since)) {
          since = policy.fact().effective();
        }
      }
    }
    return since.isAfter(w.dos) ? w.dos : since;
  }

  /** The first day of service of a claim; a day long ago when it names none. */
  static LocalDate day(Claim claim) {
    return claim.lines().stream()
        .map(l -> l.serviceDate())
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(claim.submittedOn() == null ? LocalDate.MIN : claim.submittedOn());
  }
}
