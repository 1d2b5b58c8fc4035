package io.headwater.gateway.why;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.upstream.FactClient;
import io.headwater.gateway.upstream.ServiceAway;
import io.headwater.rootcause.Confirmation;
import io.headwater.vocabulary.Cause;
import io.headwater.vocabulary.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;

/**
 * Keeps what whoever worked a claim found, as an outcome of the claim; the next answers of the
 * practice lean on it. Who finds another cause later corrects the first finding.
 */
@ApplicationScoped
class ConfirmCause {

  private final CompareAnswers answers;
  private final FactClient client;
  private final ObjectMapper json;

  ConfirmCause(CompareAnswers answers, FactClient client, ObjectMapper json) {
    this.answers = answers;
    this.client = client;
    this.json = json;
  }

  /** Records the finding; when this returns it is visible to the next query. */
  ConfirmedCauseView confirm(
      Caller caller, String controlNumber, Cause cause, String by, String note, Instant now) {
    var dossier = answers.dossier(caller, controlNumber, now);
    if (!CompareAnswers.known(dossier)) {
      throw new QueryRefusal.ClaimNotFound(controlNumber);
    }
    var found = Confirmation.of(dossier, cause);
    if (found.payerId() == null) {
      throw new QueryRefusal.ParameterInvalid("the payer of " + controlNumber + " is not known");
    }
    var outcome =
        new ConfirmedCauseView(
            "cause:" + controlNumber,
            controlNumber,
            found.confirms() ? "CAUSE_CONFIRMED" : "CAUSE_CORRECTED",
            cause.code(),
            found.named() == null ? null : found.named().code(),
            found.payerId(),
            found.reason(),
            now);
    keep(caller, outcome, by, note);
    return outcome;
  }

  private void keep(Caller caller, ConfirmedCauseView outcome, String by, String note) {
    var record = json.createObjectNode();
    put(record, "outcomeId", outcome.id());
    put(record, "controlNumber", outcome.controlNumber());
    put(record, "at", outcome.recordedAt().toString());
    put(record, "type", outcome.type());
    put(record, "payerId", outcome.payerId());
    put(record, "reason", outcome.reason());
    put(record, "cause", outcome.cause());
    put(record, "named", outcome.named());
    put(record, "by", by);
    put(record, "note", note);
    var fact = json.createObjectNode();
    fact.put("kind", "outcome").put("recordedAt", outcome.recordedAt().toString());
    fact.set("record", record);
    try {
      byte[] line = json.writeValueAsBytes(fact);
      client.record(caller, Owner.CLAIMS, () -> BodyPublishers.ofByteArray(line));
    } catch (ServiceAway away) {
      throw new QueryRefusal.ServiceAway(away.getMessage());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(ObjectNode record, String field, String value) {
    if (value != null && !value.isBlank()) {
      record.put(field, value);
    }
  }
}
