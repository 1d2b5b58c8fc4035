package io.headwater.x12.write;

import io.headwater.x12.record.Address;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.Remittance;
import java.util.List;

/**
 * A payment with what it explains (835, 005010X221A1). What readers derive (ids, balance) is not
 * read here.
 *
 * @param remittance payer, payee, amount, trace and provider adjustments
 * @param payerAddress N3 and N4 of 1000A
 * @param contact PER02 of the payer's technical contact
 * @param phone its PER04, digits
 * @param claims in the order of their CLP
 */
public record RemittanceAdvice(
    Remittance remittance,
    Address payerAddress,
    String contact,
    String phone,
    List<ClaimPayment> claims) {

  /** Keeps its own list. */
  public RemittanceAdvice {
    claims = List.copyOf(claims);
  }
}
