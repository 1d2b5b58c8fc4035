package io.headwater.gateway.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * A claim in the sandbox, as its practice sees it.
 *
 * @param controlNumber CLM01
 * @param version of the claim that was submitted
 * @param state REJECTED, ACCEPTED, FINALIZED or REOPENED
 * @param payerControlNumber under which the payer holds it
 * @param receivedOn the sandbox's day of receipt
 * @param dueOn the day of its payment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmissionView(
    String controlNumber,
    int version,
    String payerId,
    String frequency,
    Submission.State state,
    String payerControlNumber,
    LocalDate receivedOn,
    LocalDate dueOn) {

  static SubmissionView of(Submission s) {
    return new SubmissionView(
        s.controlNumber(),
        s.version(),
        s.payerId(),
        s.frequency(),
        s.state(),
        s.payerControlNumber(),
        s.receivedOn(),
        s.dueOn());
  }
}
