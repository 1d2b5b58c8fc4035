package io.headwater.x12.record;

import java.math.BigDecimal;

/**
 * One reason out of a CAS segment; a segment carries up to six.
 *
 * @param group CO, PR, OA, PI (or CR in old files)
 * @param reason claim adjustment reason code
 * @param amount dollars taken from the charge; negative gives back
 * @param quantity units adjusted, null where absent
 */
public record Adjustment(String group, String reason, BigDecimal amount, BigDecimal quantity) {}
