package io.headwater.vocabulary;

/** What became of a claim as a whole; a rejection is not a denial. */
public enum Verdict {
  DENIED,
  PARTIALLY_DENIED,
  REJECTED,
  NOT_A_DENIAL,
  UNDERPAID,
  REVERSED,
  PAID,
  PENDING
}
