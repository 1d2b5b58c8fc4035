package io.headwater.rootcause.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a patient paid. */
public record PatientPayment(
    String paymentId,
    String patientId,
    String controlNumber,
    LocalDate receivedOn,
    BigDecimal amount,
    String method) {}
