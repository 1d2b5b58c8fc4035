/**
 * X12 that goes out: a claim as an 837P, original, replacement or void, and what is asked of a
 * payer (270, 276, 278). Written from the facts on file; what they do not say is asked for by name.
 */
package io.headwater.gateway.outgoing;
