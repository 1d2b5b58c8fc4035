/**
 * What was paid, adjusted, denied and taken back, and what the contracts promise. A denial is a
 * line of a claim payment here; the work on it is in denials.
 */
package io.headwater.payments;
