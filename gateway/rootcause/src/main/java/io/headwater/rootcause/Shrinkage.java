package io.headwater.rootcause;

/**
 * A share learned from few cases leans on what is known of its parent: the payer on the practice's
 * other payers, these on the seed. The mean of a Beta (or Dirichlet) posterior whose prior weighs
 * as much as {@code strength} cases.
 *
 * @param strength how many cases weigh as much as the parent, above 0
 */
record Shrinkage(double strength) {

  /** The share among {@code of} cases of which {@code hits} were so, leaning on the parent. */
  double towards(double parent, long hits, long of) {
    return (strength * parent + hits) / (strength + of);
  }

  /** The share at a payer, leaning on the other payers, which lean on the seed. */
  double of(double seed, long hits, long of, long hitsElsewhere, long elsewhere) {
    return towards(towards(seed, hitsElsewhere, elsewhere), hits, of);
  }
}
