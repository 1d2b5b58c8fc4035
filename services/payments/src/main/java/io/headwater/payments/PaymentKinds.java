package io.headwater.payments;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.chassis.history.FactKinds;
import io.headwater.chassis.history.Key;
import io.headwater.chassis.history.Kind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The kinds of fact that this service owns, and what each can be found by. What a payer sent is
 * kept once: the same remittance in another envelope, or split over several files, pays nothing
 * again.
 */
class PaymentKinds {

  @Produces
  @Singleton
  static FactKinds owned() {
    return FactKinds.of(
        Kind.of(
                "remittance",
                "remittanceId",
                Key.of("remittanceId"),
                Key.of("payerId"),
                new Key("standing", PaymentKinds::unbalanced))
            .keptOnce(),
        Kind.ofPatients(
                "claim-payment",
                "claimPaymentId",
                Key.of("controlNumber"),
                Key.of("remittanceId"),
                new Key("memberId", PaymentKinds::members),
                Key.of("payerControlNumber"),
                Key.of("payerId"),
                new Key("standing", PaymentKinds::unbalanced))
            .announcedWithRecord()
            .keptOnce(),
        Kind.ofPatients(
            "remittance-match",
            "claimPaymentId",
            Key.of("claimPaymentId"),
            Key.of("controlNumber")),
        Kind.of("fee-schedule", "feeScheduleId", Key.of("payerId")).byVersion(),
        Kind.ofPatients(
            "patient-payment", "paymentId", Key.of("patientId"), Key.of("controlNumber")));
  }

  /** The ids by which the payer names the patient, as sent and without punctuation. */
  private static Stream<String> members(JsonNode payment) {
    return Key.from("memberId", "patientId", "insuredId", "correctedMemberId")
        .values()
        .apply(payment)
        .flatMap(id -> Stream.of(id, plain(id)))
        .filter(id -> !id.isEmpty())
        .distinct();
  }

  private static String plain(String id) {
    return id.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
  }

  /** What does not balance can be found by it; what does costs no key. */
  private static Stream<String> unbalanced(JsonNode payment) {
    var balanced = payment.path("balanced");
    return balanced.isBoolean() && !balanced.booleanValue()
        ? Stream.of("UNBALANCED")
        : Stream.empty();
  }
}
