package io.headwater.vocabulary;

/** What a biller can do about a denied claim. */
public enum ActionKind {
  CORRECT_AND_REPLACE,
  NEW_CLAIM,
  REROUTE,
  VOID,
  APPEAL,
  DISPUTE,
  AMEND_AUTHORIZATION,
  RETRO_AUTHORIZATION,
  RETRO_ENROLLMENT,
  SEND_RECORDS,
  PATIENT_STATEMENT,
  PATIENT_REFUND,
  WRITE_OFF,
  WAIT,
  COMPLIANCE_REVIEW
}
