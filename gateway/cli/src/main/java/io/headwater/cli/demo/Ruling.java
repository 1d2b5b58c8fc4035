package io.headwater.cli.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What a payer decides about a claim instead of paying it.
 *
 * @param on the day of the remittance
 * @param line the denied line, from 0, or -1 for all
 * @param remarks remark codes of the line
 * @param notice the remark code of the claim (MOA), or null
 */
record Ruling(
    LocalDate on, int line, String group, String reason, List<String> remarks, String notice) {
  boolean denies(int index) {
    return line < 0 || line == index;
  }
}
