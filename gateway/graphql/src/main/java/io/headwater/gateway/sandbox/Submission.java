package io.headwater.gateway.sandbox;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A claim as it was submitted to the sandbox.
 *
 * @param position in the order of arrival
 * @param arrival what came together
 * @param controlNumber CLM01
 * @param sender ISA06, null for a record
 * @param batch BHT03, null for a record
 * @param version of the claim, 0 until it was looked at
 * @param frequency CLM05-3
 * @param payerControlNumber under which the payer holds it, null where it was turned away
 * @param receivedOn the sandbox's day of receipt
 * @param dueOn the day of its payment
 */
record Submission(
    long position,
    UUID arrival,
    State state,
    String controlNumber,
    String payerId,
    String sender,
    String receiver,
    String batch,
    int version,
    String frequency,
    String memberId,
    String billingNpi,
    String payerControlNumber,
    LocalDate receivedOn,
    LocalDate dueOn) {

  /** Where it stands. */
  enum State {
    /** Not looked at yet. */
    ARRIVED,
    /** Turned away at the front door. */
    REJECTED,
    /** In adjudication. */
    ACCEPTED,
    /** Paid or denied. */
    FINALIZED,
    /** Paid or denied by a fault that the payer has found and will put right. */
    REOPENED
  }

  Submission looked(
      State now, int claimVersion, String claimFrequency, String member, String billing) {
    return new Submission(
        position,
        arrival,
        now,
        controlNumber,
        payerId,
        sender,
        receiver,
        batch,
        claimVersion,
        claimFrequency,
        member,
        billing,
        payerControlNumber,
        receivedOn,
        dueOn);
  }

  Submission held(String number, LocalDate received, LocalDate due) {
    return new Submission(
        position,
        arrival,
        state,
        controlNumber,
        payerId,
        sender,
        receiver,
        batch,
        version,
        frequency,
        memberId,
        billingNpi,
        number,
        received,
        due);
  }
}
