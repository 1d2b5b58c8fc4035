package io.headwater.gateway.idempotency;

import io.headwater.gateway.key.Caller;
import io.headwater.gateway.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Answers a request that names an {@code Idempotency-Key} once: the same key with the same body
 * gets the first answer again, with another body it is refused, and while the first is being
 * answered the second is asked to wait (IETF draft-ietf-httpapi-idempotency-key-header).
 */
@ApplicationScoped
public class Idempotency {

  /** The header by which a client names its request. */
  public static final String HEADER = "Idempotency-Key";

  private static final int LONGEST_KEY = 255;

  private final AnswerStore store;

  Idempotency(AnswerStore store) {
    this.store = store;
  }

  /** Work that answers a request. */
  @FunctionalInterface
  public interface Work {
    /** Does the work; a refusal or failure is thrown, and is not kept. */
    Answer answer() throws IOException;
  }

  /**
   * An answer as it can be given again.
   *
   * @param status the HTTP status
   * @param mediaType of the body
   * @param location of what was created, or null
   * @param body as text
   * @param replayed whether it was given before
   */
  public record Answer(
      int status, String mediaType, String location, String body, boolean replayed) {

    /** A first answer. */
    public Answer(int status, String mediaType, String location, String body) {
      this(status, mediaType, location, body, false);
    }
  }

  /** An answer as an HTTP response. */
  public static Response response(Answer answer) {
    var response = Response.status(answer.status()).type(answer.mediaType()).entity(answer.body());
    if (answer.location() != null) {
      response.header("Location", answer.location());
    }
    if (answer.replayed()) {
      response.header("Idempotency-Replayed", "true");
    }
    return response.build();
  }

  /** Answers once; the body is at hand. */
  public Answer once(
      Caller caller, String credential, String key, String door, byte[] body, Work work)
      throws IOException {
    return once(caller, credential, key, door, sha256(body), work);
  }

  /**
   * Answers once.
   *
   * @param credential the caller's key; what is kept of the answer can only be read with it
   * @param key the caller's name for the request, or null for a request that may be repeated
   * @param door which door the request came to
   * @param bodyHash the SHA-256 of the body in hex
   */
  public Answer once(
      Caller caller, String credential, String key, String door, String bodyHash, Work work)
      throws IOException {
    if (key == null || key.isBlank()) {
      return work.answer();
    }
    if (key.length() > LONGEST_KEY) {
      throw ProblemKind.PARAMETER_INVALID.with(HEADER + " is longer than " + LONGEST_KEY);
    }
    String name = sha256((door + "\n" + key).getBytes(StandardCharsets.UTF_8));
    var seal = new Seal(credential + "\n" + key);
    return switch (store.begin(caller.subject(), name, bodyHash)) {
      case AnswerStore.Begun.First _ -> first(caller, name, seal, work);
      case AnswerStore.Begun.InFlight _ -> throw ProblemKind.IDEMPOTENCY_IN_FLIGHT.problem();
      case AnswerStore.Begun.OtherBody _ -> throw ProblemKind.IDEMPOTENCY_CONFLICT.problem();
      case AnswerStore.Begun.Answered(var kept) ->
          new Answer(
              kept.status(), kept.mediaType(), kept.location(), seal.open(kept.body()), true);
    };
  }

  private Answer first(Caller caller, String name, Seal seal, Work work) throws IOException {
    boolean answered = false;
    try {
      var answer = work.answer();
      store.finish(
          caller.subject(),
          name,
          new Answer(
              answer.status(), answer.mediaType(), answer.location(), seal.close(answer.body())));
      answered = true;
      return answer;
    } finally {
      if (!answered) {
        store.forget(caller.subject(), name);
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
