package io.headwater.gateway.sandbox;

import io.headwater.gateway.sandbox.Letters.Looked;
import io.headwater.gateway.sandbox.Submission.State;
import io.headwater.rootcause.Adjudication;
import io.headwater.rootcause.Dossier;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The front door of a payer. It takes a claim on the sandbox's day, or on the day on which the
 * claim says that it was sent where that is later: nothing is received before it was sent.
 */
final class Reception {

  private static final Logger LOG = Logger.getLogger(Reception.class);

  private Reception() {}

  /** Takes or turns away claims that came together, and keeps the 277CA that says so. */
  static Void of(Books books, List<Submission> group, Map<String, Dossier> known, Instant now)
      throws SQLException {
    var day = books.settings().today();
    var looked = new ArrayList<Looked>();
    Instant after = null;
    for (var submission : group) {
      var file = CaseFile.arrived(submission, known.get(submission.controlNumber()));
      if (file.isEmpty() || !file.get().writable()) {
        LOG.infof("the sandbox has no answer for arrival %d", submission.position());
        books.forget(submission);
        continue;
      }
      var sentOn = file.get().claim().submittedOn();
      day = sentOn != null && sentOn.isAfter(day) ? sentOn : day;
      var at = look(file.get(), day, books.settings().days());
      if (books.looked(at.file().submission())) {
        looked.add(at);
        var learned = at.file().sent().recordedAt();
        after = after == null || learned.isAfter(after) ? learned : after;
      } else {
        books.forget(submission);
      }
    }
    if (!looked.isEmpty()) {
      books.today(day);
      var letter = Letters.receipts(looked, day, books.next());
      books.answer(
          "277CA", group.getFirst().payerId(), day, after, now, letter.content(), letter.says());
    }
    return null;
  }

  private static Looked look(CaseFile file, LocalDate day, int days) {
    var version = file.sent().version();
    var rejection = Adjudication.frontDoor(file.dossier(), version, day).orElse(null);
    var submission =
        file.submission()
            .looked(
                rejection == null ? State.ACCEPTED : State.REJECTED,
                version,
                file.frequency(),
                file.memberId(),
                file.billingNpi());
    if (rejection == null) {
      var number =
          file.replaces()
              ? file.claim().originalReference()
              : "SB%ty%tj%06d".formatted(day, day, submission.position());
      submission = submission.held(number, day, day.plusDays(days));
    }
    return new Looked(file.with(submission), rejection);
  }
}
