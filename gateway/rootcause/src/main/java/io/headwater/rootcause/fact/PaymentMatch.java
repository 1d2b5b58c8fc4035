package io.headwater.rootcause.fact;

import io.headwater.vocabulary.MatchedBy;

/**
 * How a payment came to its claim.
 *
 * @param by the rung of the ladder
 * @param sentAs the number under which the payer sent it (CLP01)
 * @param actor who decided, where a person did, else null
 * @param reason why, in that person's words, else null
 */
public record PaymentMatch(MatchedBy by, String sentAs, String actor, String reason) {}
