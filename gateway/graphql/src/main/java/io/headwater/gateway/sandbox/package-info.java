/**
 * The sandbox payer: answers the claims of a practice that has switched it on, as a payer would who
 * holds the practice's own records and policies. 999 and 277CA at once, 835 when the sandbox's day
 * has come; X12 text that is read back in as a partner's file is. It decides by {@link
 * io.headwater.rootcause.Adjudication} and knows nothing that the model does not.
 */
package io.headwater.gateway.sandbox;
