package io.headwater.rootcause.fact;

/**
 * A person's decision on which claim a payment answers.
 *
 * @param claimPaymentId the payment (one CLP)
 * @param controlNumber the claim (CLM01); null where it answers none of the practice's
 * @param reason why, in the person's words
 * @param actor who decided
 */
public record RemittanceMatch(
    String claimPaymentId, String controlNumber, String reason, String actor) {}
