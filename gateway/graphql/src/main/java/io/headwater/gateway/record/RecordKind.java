package io.headwater.gateway.record;

import io.headwater.vocabulary.Owner;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of bulk records and the service that owns each. */
public enum RecordKind {
  PRACTICE_PROFILE("practice-profile", Owner.CREDENTIALING),
  PAYER("payer", Owner.CLAIMS),
  LOCATION("location", Owner.CREDENTIALING),
  PROVIDER("provider", Owner.CREDENTIALING),
  PATIENT("patient", Owner.ELIGIBILITY),
  COVERAGE("coverage", Owner.ELIGIBILITY),
  ELIGIBILITY_CHECK("eligibility-check", Owner.ELIGIBILITY),
  COVERAGE_NOTICE("coverage-notice", Owner.ELIGIBILITY),
  ENROLLMENT("enrollment", Owner.CREDENTIALING),
  GROUP_LINKAGE("group-linkage", Owner.CREDENTIALING),
  SUPERVISION("supervision", Owner.CREDENTIALING),
  AUTHORIZATION("authorization", Owner.AUTHORIZATIONS),
  SCHEDULE_EVENT("schedule-event", Owner.ELIGIBILITY),
  ENCOUNTER("encounter", Owner.CLAIMS),
  CLAIM("claim", Owner.CLAIMS),
  PATIENT_PAYMENT("patient-payment", Owner.PAYMENTS),
  WORK_EVENT("work-event", Owner.CLAIMS),
  OUTCOME("outcome", Owner.CLAIMS),
  PAYER_POLICY("payer-policy", Owner.CLAIMS),
  FEE_SCHEDULE("fee-schedule", Owner.PAYMENTS),
  REMITTANCE_MATCH("remittance-match", Owner.PAYMENTS);

  private static final Map<String, RecordKind> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(RecordKind::spelled, Function.identity()));

  private final String spelled;
  private final Owner owner;

  RecordKind(String spelled, Owner owner) {
    this.spelled = spelled;
    this.owner = owner;
  }

  /** The kind as a line spells it. */
  public String spelled() {
    return spelled;
  }

  /** The service that owns records of this kind. */
  public Owner owner() {
    return owner;
  }

  /** The kind of this spelling. */
  public static Optional<RecordKind> parse(String text) {
    return Optional.ofNullable(BY_NAME.get(text));
  }
}
