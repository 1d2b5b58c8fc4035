/**
 * What was done and billed, what the payer's front door said of it, and the rules that payers
 * publish. It does not know what was paid or denied; payments does.
 */
package io.headwater.claims;
