package io.headwater.x12.record;

/**
 * What one transaction set says about one thing: a claim, a payment, an answer. Every list is
 * present, maybe empty.
 */
public sealed interface X12Record
    permits Acknowledgment,
        Authorization,
        Claim,
        ClaimPayment,
        ClaimStatusInquiry,
        EligibilityInquiry,
        EligibilityResponse,
        Remittance {

  /** The word for it in what was read: claim, claim-payment, eligibility-response and so on. */
  String kind();
}
