package io.headwater.vocabulary;

/** The handoffs between people and systems, in the order of a claim's life; public words. */
public enum Handoff {
  INTAKE,
  ELIGIBILITY,
  SCHEDULING,
  CREDENTIALING,
  AUTHORIZATION,
  DOCUMENTATION,
  CODING,
  BILLING,
  PAYER,
  PATIENT
}
