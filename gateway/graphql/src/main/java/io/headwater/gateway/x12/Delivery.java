package io.headwater.gateway.x12;

import io.headwater.gateway.arrival.Arrival;
import io.headwater.gateway.spool.Spool;
import io.headwater.gateway.x12.FileBeginnings.Begun;
import io.headwater.x12.Interchange;
import io.headwater.x12.ReadRecord;
import io.headwater.x12.TransactionResult;
import io.headwater.x12.X12Listener;
import io.headwater.x12.X12Warning;
import java.time.Instant;
import java.util.UUID;

/**
 * The reading of one file: records go to their owners as they are read, and count when their
 * transaction set does.
 */
final class Delivery implements X12Listener {

  private static final ReadForms FORMS = new ReadForms();

  private final FileSurvey survey = new FileSurvey();
  private final WholeSets sets;
  private final String recordedAt;
  private final ArrivingClaims arriving;

  Delivery(WholeSets sets, Instant recordedAt, ArrivingClaims arriving) {
    this.arriving = arriving;
    this.sets = sets;
    this.recordedAt = recordedAt.toString();
  }

  @Override
  public void interchange(Interchange interchange) {
    survey.interchange(interchange);
  }

  @Override
  public void record(ReadRecord read) {
    survey.record(read);
    arriving.read(read, survey);
    FORMS.write(read, recordedAt, sets.line()).ifPresent(sets::written);
    if (read.transaction() == 0) {
      sets.keep();
    }
  }

  @Override
  public void transactionEnd(TransactionResult result) {
    survey.transactionEnd(result);
    if (result.status() == TransactionResult.Status.ACCEPTED) {
      sets.keep();
    } else {
      sets.drop();
    }
  }

  @Override
  public void warning(X12Warning warning) {
    survey.warning(warning);
  }

  @Override
  public void unreadable(X12Warning reason) {
    survey.unreadable(reason);
  }

  /** Forgets what a set gave that did not end. */
  void drop() {
    sets.drop();
  }

  /** The claims that came, for those who watch for them. */
  Arrival arrival(UUID practice) {
    return arriving.arrival(practice, survey.claimSets());
  }

  /** The file as its sender is told of it. */
  FileResource resource(Spool content, Begun.Fresh file) {
    return survey.resource(file.id(), content.sha256(), file.receivedAt(), file.recordedAt());
  }
}
