package io.headwater.vocabulary;

/** How a counterfactual world ends for a claim. */
public enum Outcome {
  PAYS,
  DENIES,
  FORBIDDEN
}
