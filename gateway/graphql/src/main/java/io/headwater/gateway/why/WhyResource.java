package io.headwater.gateway.why;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.headwater.gateway.door.CurrentCaller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.vocabulary.Verdict;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Why many claims stand as they do, for scripts: control numbers in, a line of JSON a claim out, as
 * many as are asked about. The lines have the fields of the one query; those that have no value are
 * left out.
 */
@Path("/v1/why")
public class WhyResource {

  private static final int MOST = 200_000;

  private final CurrentCaller current;
  private final AnswerMany many;
  private final Clock clock;
  private final ObjectWriter json;

  WhyResource(CurrentCaller current, AnswerMany many, Clock clock, ObjectMapper json) {
    this.current = current;
    this.many = many;
    this.clock = clock;
    this.json = json.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL).writer();
  }

  /**
   * Answers for control numbers, one a line; claims that are not known are left out.
   *
   * @param knownAt as of when, now where it is left out
   * @param verdicts only answers of these verdicts, by commas; all where it is left out
   * @param reach whether it is told what else of the practice each root touches
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces("application/x-ndjson")
  @RunOnVirtualThread
  public Response why(
      @QueryParam("knownAt") String knownAt,
      @QueryParam("verdict") String verdicts,
      @QueryParam("reach") boolean reach,
      String body) {
    var caller = current.requiring(Scope.CLAIMS_READ);
    var numbers =
        body.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    if (numbers.isEmpty() || numbers.stream().anyMatch(line -> line.matches("[\\[{\"].*"))) {
      throw ProblemKind.PARAMETER_INVALID.with(
          "the body is control numbers as text, one a line, and no JSON");
    }
    if (numbers.size() > MOST) {
      throw ProblemKind.PARAMETER_INVALID.with("at most " + MOST + " claims can be asked about");
    }
    var question = new AnswerMany.Question(numbers, instant(knownAt), verdicts(verdicts), reach);
    StreamingOutput lines = many.answer(caller, question, json)::writeTo;
    return Response.ok(lines).build();
  }

  private Instant instant(String text) {
    try {
      return text == null || text.isBlank() ? clock.instant() : Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw ProblemKind.PARAMETER_INVALID.with("knownAt");
    }
  }

  private static Set<Verdict> verdicts(String text) {
    if (text == null || text.isBlank()) {
      return EnumSet.allOf(Verdict.class);
    }
    try {
      var named = EnumSet.noneOf(Verdict.class);
      named.addAll(Arrays.stream(text.split(",")).map(Verdict::valueOf).toList());
      return named;
    } catch (IllegalArgumentException unknown) {
      throw ProblemKind.PARAMETER_INVALID.with("verdict is among " + List.of(Verdict.values()));
    }
  }
}
