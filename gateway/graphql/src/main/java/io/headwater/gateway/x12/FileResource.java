package io.headwater.gateway.x12;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.headwater.x12.TransactionHeader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file of X12 as its sender is told of it.
 *
 * @param id under which it can be asked for
 * @param sha256 of the content, in hex
 * @param status whether all, some or none of it was accepted
 * @param receivedAt when it came
 * @param recordedAt when the practice learned what it says
 * @param interchanges in file order
 * @param warnings faults that it was read in spite of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileResource(
    UUID id,
    String sha256,
    Status status,
    Instant receivedAt,
    Instant recordedAt,
    List<InterchangeItem> interchanges,
    List<Warning> warnings) {

  /** Whether all, some or none of a file or of a transaction set was accepted. */
  public enum Status {
    ACCEPTED,
    PARTIAL,
    QUARANTINED
  }

  /**
   * An interchange.
   *
   * @param controlNumber ISA13
   * @param acknowledgments TA1 segments in it
   * @param transactions in order
   */
  public record InterchangeItem(
      String controlNumber, int acknowledgments, List<TransactionItem> transactions) {}

  /**
   * A transaction set, accepted whole or quarantined whole.
   *
   * @param set ST01
   * @param version ST03 or GS08
   * @param controlNumber ST02
   * @param records how many were read and count
   * @param errors why it is quarantined
   * @param group the functional group it came in, missing where there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TransactionItem(
      String set,
      String version,
      String controlNumber,
      Status status,
      int records,
      List<ErrorItem> errors,
      GroupItem group) {}

  /**
   * A functional group, and who sent it to whom: what a 999 is written from.
   *
   * @param ordinal from 1 within the interchange
   * @param functionalId GS01
   * @param controlNumber GS06
   * @param version GS08
   * @param senderQualifier ISA05
   * @param sender ISA06
   * @param receiverQualifier ISA07
   * @param receiver ISA08
   * @param usage ISA15: P production, T test
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GroupItem(
      int ordinal,
      String functionalId,
      String controlNumber,
      String version,
      String senderQualifier,
      String sender,
      String receiverQualifier,
      String receiver,
      String usage) {

    /** The group of a transaction set, null where GS is missing. */
    static GroupItem of(TransactionHeader header) {
      var interchange = header.interchange();
      return header
          .group()
          .map(
              g ->
                  new GroupItem(
                      g.ordinal(),
                      g.functionalId(),
                      g.controlNumber(),
                      g.version(),
                      interchange.senderQualifier(),
                      interchange.sender(),
                      interchange.receiverQualifier(),
                      interchange.receiver(),
                      interchange.usage()))
          .orElse(null);
    }
  }

  /** Why something was not taken, and where; the element is missing where the segment is meant. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ErrorItem(
      String segment, int position, Integer element, String code, String message) {}

  /** A fault that something was read in spite of; transaction 0 is outside of any. */
  public record Warning(int interchange, int transaction, String message) {}

  /** Whether anything in it was quarantined. */
  boolean quarantined() {
    return status != Status.ACCEPTED;
  }
}
