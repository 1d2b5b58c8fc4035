package io.headwater.vocabulary;

/** Whether a piece of evidence speaks for or against a cause; UNKNOWN is neither. */
public enum Polarity {
  CONFIRMS,
  REFUTES,
  UNKNOWN
}
