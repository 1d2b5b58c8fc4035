package io.headwater.gateway.why;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.vocabulary.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers for any number of claims: some hundreds at a time with one call a service, the next while
 * the last are thought about, written in the order of the question as they come.
 */
@ApplicationScoped
public class AnswerMany {

  private static final int AT_A_TIME = 250;
  private static final int UNDER_WAY = 2;

  private final AnswerWhy why;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  AnswerMany(AnswerWhy why) {
    this.why = why;
  }

  /**
   * What is asked.
   *
   * @param controlNumbers of the claims
   * @param knownAt nothing recorded later is known
   * @param verdicts only answers of these are given, and those that nobody could judge
   * @param reach whether it is asked what else of the practice each root touches
   */
  record Question(
      List<String> controlNumbers, Instant knownAt, Set<Verdict> verdicts, boolean reach) {}

  /** Lines on their way; the first are there when this returns, so what is refused is refused. */
  Lines answer(Caller caller, Question question, ObjectWriter json) {
    var lines = new Lines(caller, question, json);
    lines.begin();
    return lines;
  }

  /** Answers under way, a line each. */
  final class Lines {
    private final Caller caller;
    private final Question question;
    private final ObjectWriter json;
    private final Iterator<List<String>> parts;
    private final Queue<Future<byte[]>> underWay = new ArrayDeque<>();
    private byte[] first = {};

    private Lines(Caller caller, Question question, ObjectWriter json) {
      this.caller = caller;
      this.question = question;
      this.json = json;
      this.parts = parts(question.controlNumbers()).iterator();
    }

    private void begin() {
      ask();
      first = underWay.isEmpty() ? first : next();
    }

    /** Writes all lines; what breaks on the way ends the answer early, and the client sees that. */
    void writeTo(OutputStream out) throws IOException {
      out.write(first);
      while (!underWay.isEmpty()) {
        out.write(next());
        out.flush();
      }
    }

    private void ask() {
      while (underWay.size() < UNDER_WAY && parts.hasNext()) {
        var part = parts.next();
        underWay.add(threads.submit(() -> lines(part)));
      }
    }

    private byte[] next() {
      try {
        var written = underWay.remove().get();
        ask();
        return written;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        throw switch (e.getCause()) {
          case QueryRefusal.ServiceAway away -> ProblemKind.SERVICE_AWAY.with(away.getMessage());
          case QueryRefusal.Busy busy -> ProblemKind.BUSY.with(busy.getMessage());
          case RuntimeException failure -> failure;
          default -> new IllegalStateException(e.getCause());
        };
      }
    }

    private byte[] lines(List<String> part) throws JsonProcessingException {
      var out = new ByteArrayOutputStream();
      for (var view : why.answerAll(caller, part, question.knownAt(), question.reach())) {
        if (view.verdict() == null || question.verdicts().contains(view.verdict())) {
          out.writeBytes(json.writeValueAsBytes(view));
          out.write('\n');
        }
      }
      return out.toByteArray();
    }
  }

  private static List<List<String>> parts(List<String> numbers) {
    var parts = new ArrayList<List<String>>();
    for (int from = 0; from < numbers.size(); from += AT_A_TIME) {
      parts.add(numbers.subList(from, Math.min(from + AT_A_TIME, numbers.size())));
    }
    return parts;
  }
}
