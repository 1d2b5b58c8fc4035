package io.headwater.gateway.why;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headwater.gateway.upstream.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A payer's answer (271) says little of what was asked; the question (270) of the same trace does.
 */
final class Inquiries {

  private static final List<String> ASKED = List.of("serviceDate", "serviceTypes", "memberIdSent");

  private Inquiries() {}

  /** The facts, with each eligibility answer completed by its question. */
  static List<Fact> joined(Collection<Fact> facts) {
    Map<String, Fact> questions = new HashMap<>();
    for (var fact : facts) {
      if (fact.kind().equals("eligibility-inquiry")) {
        questions.put(fact.id(), fact);
      }
    }
    return facts.stream().map(f -> completed(f, questions.get(f.id()))).toList();
  }

  private static Fact completed(Fact answer, Fact question) {
    if (question == null
        || !answer.kind().equals("eligibility-check")
        || !(answer.record() instanceof ObjectNode record)) {
      return answer;
    }
    var whole = record.deepCopy();
    for (String field : ASKED) {
      var empty = whole.path(field).isArray() && whole.path(field).isEmpty();
      if ((whole.path(field).isMissingNode() || empty) && question.record().has(field)) {
        whole.set(field, question.record().path(field).deepCopy());
      }
    }
    return new Fact(answer.kind(), answer.id(), answer.version(), answer.recordedAt(), whole);
  }
}
