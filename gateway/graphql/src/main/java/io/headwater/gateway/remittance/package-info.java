/**
 * Remittances that a person must look at: those that answer no claim for certain, and those that do
 * not balance. A decision is a recorded fact of payments; it is never edited, only followed by the
 * next one.
 */
package io.headwater.gateway.remittance;
