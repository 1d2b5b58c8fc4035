package io.headwater.gateway.remittance;

/** Why a person must look at a remittance; the names are public API. */
public enum Reason {
  /** Its number is no claim of the practice, and nothing else in it fits one. */
  UNKNOWN_CLAIM,
  /** Several claims fit it equally well. */
  AMBIGUOUS,
  /** It was laid to a claim by so little that a person should confirm it. */
  DOUBTFUL,
  /** An equation of the claim, of its lines or of the payment does not hold. */
  UNBALANCED
}
