package io.headwater.payments;

import io.headwater.chassis.history.FactKinds;
import io.headwater.chassis.history.Key;
import io.headwater.chassis.history.Kind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The kinds of fact that this service owns, and what each can be found by. */
class PaymentKinds {

  @Produces
  @Singleton
  static FactKinds owned() {
    return FactKinds.of(
        Kind.of("remittance", "remittanceId", Key.of("remittanceId"), Key.of("payerId")),
        Kind.ofPatients(
                "claim-payment",
                "claimPaymentId",
                Key.of("controlNumber"),
                Key.of("remittanceId"),
                Key.from("memberId", "patientId"),
                Key.of("payerControlNumber"),
                Key.of("payerId"))
            .announcedWithRecord(),
        Kind.of("fee-schedule", "feeScheduleId", Key.of("payerId")).byVersion(),
        Kind.ofPatients(
            "patient-payment", "paymentId", Key.of("patientId"), Key.of("controlNumber")));
  }
}
