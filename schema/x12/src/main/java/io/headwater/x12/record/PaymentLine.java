package io.headwater.x12.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A service line of an 835 (loop 2110).
 *
 * @param number its ordinal within the claim, from 1
 * @param procedure SVC01-2, as adjudicated
 * @param modifiers SVC01-3 to -6
 * @param submittedProcedure SVC06-2 where the payer adjudicated another code
 * @param revenueCode SVC04
 * @param charge SVC02, dollars
 * @param paid SVC03, dollars
 * @param units SVC05, units paid
 * @param submittedUnits SVC07
 * @param serviceDate DTM 472 or 150
 * @param serviceDateEnd DTM 151
 * @param lineControl REF 6R
 * @param adjustments CAS
 * @param remarks LQ HE
 * @param allowed AMT B6, dollars
 */
public record PaymentLine(
    int number,
    String procedure,
    List<String> modifiers,
    String submittedProcedure,
    String revenueCode,
    BigDecimal charge,
    BigDecimal paid,
    BigDecimal units,
    BigDecimal submittedUnits,
    LocalDate serviceDate,
    LocalDate serviceDateEnd,
    String lineControl,
    List<Adjustment> adjustments,
    List<String> remarks,
    BigDecimal allowed) {}
