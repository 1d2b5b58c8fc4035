package io.headwater.rootcause;

/** How a payer may go wrong; the names are public. */
public enum PayerDefect {
  /** It does not find an authorization that it has granted, and denies for want of one. */
  LOSES_AUTHORIZATION,
  /** It pays by the fee schedule that was in force before the one that is. */
  OLD_FEE_SCHEDULE,
  /** It denies rightly and says why by a code that means many things. */
  IMPRECISE_CODES,
  /**
   * It finds its faults after as many days again, takes the decision back and decides rightly; no
   * fault by itself, and nothing to a single decision.
   */
  REVERSES_AND_CORRECTS
}
