package io.headwater.gateway.x12;

import io.headwater.gateway.x12.FileResource.ErrorItem;
import io.headwater.gateway.x12.FileResource.InterchangeItem;
import io.headwater.gateway.x12.FileResource.Status;
import io.headwater.gateway.x12.FileResource.TransactionItem;
import io.headwater.gateway.x12.FileResource.Warning;
import io.headwater.x12.Interchange;
import io.headwater.x12.ReadRecord;
import io.headwater.x12.TransactionResult;
import io.headwater.x12.X12Listener;
import io.headwater.x12.X12Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is to be told of a file while it is read. It holds results, never records. */
final class FileSurvey implements X12Listener {

  private static final int WARNINGS = 1000;

  private final List<Interchange> interchanges = new ArrayList<>();
  private final List<List<TransactionItem>> transactions = new ArrayList<>();
  private final List<Integer> acknowledgments = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<TransactionResult> claimSets = new ArrayList<>();
  private int accepted;
  private int acknowledged;
  private int quarantined;

  @Override
  public void interchange(Interchange interchange) {
    interchanges.add(interchange);
    transactions.add(new ArrayList<>());
    acknowledgments.add(0);
  }

  @Override
  public void record(ReadRecord read) {
    if (read.transaction() == 0) {
      acknowledged++;
      acknowledgments.set(read.interchange() - 1, acknowledgments.get(read.interchange() - 1) + 1);
    }
  }

  @Override
  public void transactionEnd(TransactionResult result) {
    var header = result.header();
    if (header.set().equals("837")) {
      claimSets.add(result);
    }
    boolean good = result.status() == TransactionResult.Status.ACCEPTED;
    if (good) {
      accepted++;
    } else {
      quarantined++;
    }
    transactions
        .get(header.interchange().ordinal() - 1)
        .add(
            new TransactionItem(
                header.set(),
                header.version(),
                header.controlNumber(),
                good ? Status.ACCEPTED : Status.QUARANTINED,
                good ? result.records() : 0,
                result.errors().stream()
                    .map(
                        e ->
                            new ErrorItem(
                                e.segment(),
                                e.position(),
                                e.element(),
                                e.code().name(),
                                e.message()))
                    .toList(),
                FileResource.GroupItem.of(header)));
  }

  @Override
  public void warning(X12Warning warning) {
    if (warnings.size() < WARNINGS) {
      warnings.add(new Warning(warning.interchange(), warning.transaction(), warning.message()));
    }
  }

  @Override
  public void unreadable(X12Warning reason) {
    quarantined++;
    warnings.addFirst(new Warning(reason.interchange(), reason.transaction(), reason.message()));
  }

  /** The interchange of this ordinal. */
  Interchange interchange(int ordinal) {
    return interchanges.get(ordinal - 1);
  }

  /** What became of the sets of claims. */
  List<TransactionResult> claimSets() {
    return claimSets;
  }

  /** The file as its sender is told of it. */
  FileResource resource(UUID id, String sha256, Instant receivedAt, Instant recordedAt) {
    var items = new ArrayList<InterchangeItem>();
    for (int i = 0; i < interchanges.size(); i++) {
      items.add(
          new InterchangeItem(
              interchanges.get(i).controlNumber(), acknowledgments.get(i), transactions.get(i)));
    }
    boolean any = accepted > 0 || acknowledged > 0;
    Status status = !any ? Status.QUARANTINED : quarantined > 0 ? Status.PARTIAL : Status.ACCEPTED;
    return new FileResource(
        id,
        sha256,
        status,
        receivedAt,
        recordedAt,
        items,
        warnings.isEmpty() ? null : List.copyOf(warnings));
  }
}
