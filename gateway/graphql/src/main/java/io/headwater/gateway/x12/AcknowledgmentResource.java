package io.headwater.gateway.x12;

import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.gateway.x12.FileResource.GroupItem;
import io.headwater.gateway.x12.FileResource.InterchangeItem;
import io.headwater.gateway.x12.FileResource.TransactionItem;
import io.headwater.x12.Fault;
import io.headwater.x12.FunctionalGroup;
import io.headwater.x12.Interchange;
import io.headwater.x12.TransactionHeader;
import io.headwater.x12.TransactionResult;
import io.headwater.x12.X12Error;
import io.headwater.x12.write.Envelope;
import io.headwater.x12.write.NotWritableException;
import io.headwater.x12.write.X12Writer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The 999 for what was received: an interchange back for each interchange of a file, in it a
 * transaction set for each functional group. Acknowledgments are not acknowledged. The same file
 * gives the same bytes, so that it may be fetched again.
 */
@Path("/v1/x12/{id}/acknowledgment")
public class AcknowledgmentResource {

  private final CurrentCaller current;
  private final FileStore store;

  AcknowledgmentResource(CurrentCaller current, FileStore store) {
    this.current = current;
    this.store = store;
  }

  /** The 999 of a file. */
  @GET
  @Produces("application/edi-x12")
  @RunOnVirtualThread
  public byte[] acknowledgment(@PathParam("id") String id) throws IOException {
    var caller = current.requiring(Scope.X12_READ);
    var file = file(caller.practice(), id);
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < file.interchanges().size(); i++) {
      var results = X12Writer.acknowledgeable(results(i + 1, file.interchanges().get(i)));
      if (!results.isEmpty()) {
        write(out, envelope(file, i, results.getFirst()), results);
      }
    }
    if (out.size() == 0) {
      throw ProblemKind.NOT_WRITABLE.with(
          "no functional group of the file is acknowledged by a 999");
    }
    return out.toByteArray();
  }

  private static void write(OutputStream out, Envelope envelope, List<TransactionResult> results)
      throws IOException {
    try {
      X12Writer.acknowledgments(out, envelope, results);
    } catch (NotWritableException header) {
      throw ProblemKind.NOT_WRITABLE.with(header.getMessage());
    }
  }

  private FileResource file(UUID practice, String id) {
    try {
      return store.find(practice, UUID.fromString(id)).orElseThrow(ProblemKind.NOT_FOUND::problem);
    } catch (IllegalArgumentException noUuid) {
      throw ProblemKind.NOT_FOUND.problem();
    }
  }

  /** Back to where it came from; the control number follows from the file. */
  private static Envelope envelope(FileResource file, int interchange, TransactionResult first) {
    var received = first.header().interchange();
    long control = (Long.parseLong(file.sha256().substring(0, 8), 16) + interchange) % 999_999_999;
    return new Envelope(
        orMutual(received.receiverQualifier()),
        orUnknown(received.receiver()),
        orMutual(received.senderQualifier()),
        orUnknown(received.sender()),
        LocalDateTime.ofInstant(file.receivedAt(), ZoneOffset.UTC),
        control + 1,
        "T".equals(received.usage()));
  }

  private static String orMutual(String qualifier) {
    return qualifier == null || qualifier.length() != 2 ? "ZZ" : qualifier;
  }

  private static String orUnknown(String party) {
    // GS02 and GS03 have two characters at least
    return party == null || party.length() < 2
        ? "UNKNOWN"
        : party.length() > 15 ? party.substring(0, 15) : party;
  }

  private static List<TransactionResult> results(int ordinal, InterchangeItem item) {
    var results = new ArrayList<TransactionResult>();
    for (var transaction : item.transactions()) {
      if (transaction.group() != null) {
        results.add(result(ordinal, item.controlNumber(), results.size() + 1, transaction));
      }
    }
    return results;
  }

  private static TransactionResult result(
      int interchange, String controlNumber, int ordinal, TransactionItem item) {
    var header =
        new TransactionHeader(
            interchange(interchange, controlNumber, item.group()),
            Optional.of(group(item.group())),
            ordinal,
            item.set(),
            item.controlNumber(),
            item.version());
    return new TransactionResult(
        header,
        TransactionResult.Status.valueOf(item.status().name()),
        item.records(),
        0,
        item.errors().stream()
            .map(
                e ->
                    new X12Error(
                        e.segment(),
                        e.position(),
                        e.element(),
                        Fault.valueOf(e.code()),
                        e.message()))
            .toList(),
        List.of());
  }

  private static Interchange interchange(int ordinal, String controlNumber, GroupItem group) {
    return new Interchange(
        ordinal,
        controlNumber,
        group.senderQualifier(),
        group.sender(),
        group.receiverQualifier(),
        group.receiver(),
        null,
        null,
        group.usage());
  }

  private static FunctionalGroup group(GroupItem group) {
    return new FunctionalGroup(
        group.ordinal(),
        group.functionalId(),
        group.sender(),
        group.receiver(),
        group.controlNumber(),
        group.version());
  }
}
