/**
 * What the payer last said of each line, decided from the events of payments, in values without a
 * database.
 */
package io.headwater.denials.standing;
