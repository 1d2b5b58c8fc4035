/**
 * Which claim a remittance answers, and which of its lines: the match ladder. Payers send a claim's
 * number back cut, upper-cased, without dashes, or send their own; what was done, for whom, when
 * and for how much still tells. Values in, values out; nothing is looked up here.
 */
package io.headwater.rootcause.match;
