package io.headwater.cli.demo;

import java.util.EnumSet;
import java.util.Set;

/** How a cause is planted, and how often. The stories are told by {@link Stories}. */
enum Mishap {
  AUTH_ABSENT(11),
  AUTH_EXPIRED(10),
  AUTH_NOT_ON_CLAIM(12),
  AUTH_UNITS_EXHAUSTED(8),
  AUTH_SCOPE_PROVIDER(7),
  AUTH_SCOPE_CPT(7),
  AUTH_SCOPE_BOTH(6),
  AUTH_NUMBER_TYPO(7),
  AUTH_REQUESTED_LATE(7),
  ELIG_COVERAGE_TERMED(10),
  ELIG_CARVEOUT(10),
  ELIG_MEMBER_ID(9),
  ELIG_RETRO_TERM(7),
  ELIG_RIDER(5),
  ELIG_COB_ORDER(6),
  CRED_NOT_ENROLLED(4),
  CRED_APPLICATION_IDLE(6),
  CRED_EFFECTIVE_AFTER(5),
  CRED_LICENSE_LAPSED(5),
  CRED_TERMED(5),
  CRED_NOT_LOADED(5),
  CRED_TAXONOMY(7),
  CRED_SUPERVISION(3),
  DOC_NOTE_UNSIGNED(7),
  DOC_RECORDS_NOT_SENT(7),
  CODE_POS_TELEHEALTH(8),
  CODE_MODIFIER_MISSING(9),
  CODE_ADDON_NO_PRIMARY(6),
  CODE_NCCI_PAIR(6),
  CODE_TIME(7),
  CODE_DIAGNOSIS(5),
  CODE_UNITS(5),
  BILL_LATE(8),
  BILL_REJECTION_UNWORKED(6),
  BILL_DUPLICATE(6),
  PAYER_PROCESSING_ERROR(9),
  PAYER_UNDERPAID(12),
  PATIENT_DEDUCTIBLE(9),
  REJECTED_MEMBER_ID(4),
  REJECTED_BIRTH_DATE(4),
  REJECTION_WORKED(5);

  private static final Set<Mishap> CORRECTABLE =
      EnumSet.of(
          AUTH_NOT_ON_CLAIM,
          AUTH_NUMBER_TYPO,
          CODE_POS_TELEHEALTH,
          CODE_MODIFIER_MISSING,
          CODE_ADDON_NO_PRIMARY,
          CRED_TAXONOMY);

  /** How many courses of treatment it befalls. */
  final int times;

  Mishap(int times) {
    this.times = times;
  }

  /** Whether a right claim in its place would have been paid, and still can be sent. */
  boolean correctable() {
    return CORRECTABLE.contains(this);
  }
}
