/**
 * What transaction sets say, in the biller's words. The names of the fields are those of the
 * contract.
 */
package io.headwater.x12.record;
