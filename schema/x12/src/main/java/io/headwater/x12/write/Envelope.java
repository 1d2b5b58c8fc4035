package io.headwater.x12.write;

import java.time.LocalDateTime;

/**
 * Who sends to whom, when and under which number. Delimiters are {@code * : ^ ~}.
 *
 * @param senderQualifier ISA05, ZZ where mutually agreed
 * @param sender ISA06 and GS02, at most 15 characters
 * @param receiverQualifier ISA07
 * @param receiver ISA08 and GS03, at most 15 characters
 * @param at ISA09 and ISA10, local to the sender
 * @param control ISA13 and GS06, at most nine digits
 * @param test whether ISA15 is T
 */
public record Envelope(
    String senderQualifier,
    String sender,
    String receiverQualifier,
    String receiver,
    LocalDateTime at,
    long control,
    boolean test) {

  /** Checks what a fixed-width header can carry. */
  public Envelope {
    if (sender.length() > 15 || receiver.length() > 15) {
      throw new NotWritableException("sender and receiver have at most 15 characters");
    }
    if (control < 1 || control > 999_999_999) {
      throw new NotWritableException("the control number has one to nine digits");
    }
  }

  /** Mutually agreed identifiers, in production. */
  public static Envelope of(String sender, String receiver, LocalDateTime at, long control) {
    return new Envelope("ZZ", sender, "ZZ", receiver, at, control, false);
  }
}
