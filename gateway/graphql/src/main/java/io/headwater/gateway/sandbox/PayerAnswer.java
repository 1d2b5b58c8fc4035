package io.headwater.gateway.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A file that the sandbox's payer sent.
 *
 * @param id under which its text can be had
 * @param kind 999, 277CA or 835
 * @param payerId who sent it; null for a 999 of several
 * @param day the sandbox's day
 * @param learnedAt when the practice learned it
 * @param file its id among the practice's X12 files, null until it was read
 * @param says a sentence a claim
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayerAnswer(
    UUID id,
    String kind,
    String payerId,
    LocalDate day,
    Instant learnedAt,
    UUID file,
    List<Said> says,
    @JsonIgnore String content) {

  /**
   * What it says.
   *
   * @param controlNumber of which claim, null where it speaks of a transaction set
   * @param text in words
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Said(String controlNumber, String text) {}
}
