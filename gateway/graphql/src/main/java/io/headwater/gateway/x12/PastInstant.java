package io.headwater.gateway.x12;

import io.headwater.gateway.key.Caller;
import io.headwater.gateway.key.Scope;
import io.headwater.gateway.problem.ProblemKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The query parameter {@code recordedAt}: when the practice learned what it sends. */
public final class PastInstant {

  /** Its name. */
  public static final String PARAMETER = "recordedAt";

  private PastInstant() {}

  /** The instant, RFC 3339; null where none is given, or the caller may not write history. */
  public static Instant of(Caller caller, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      // a plus sign in a query string reads as a blank
      var instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      return caller.may(Scope.HISTORY_WRITE) ? instant : null;
    } catch (DateTimeException e) {
      throw ProblemKind.PARAMETER_INVALID.with(PARAMETER);
    }
  }
}
