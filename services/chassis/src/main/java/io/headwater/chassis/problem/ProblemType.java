package io.headwater.chassis.problem;

import java.util.Locale;

/**
 * A refusal that callers may rely on; implemented by enums, one constant a refusal. Name and status
 * are public API.
 */
public interface ProblemType {

  /** The constant's name, such as {@code NO_SUCH_FACT}. */
  String name();

  /** The HTTP status. */
  int status();

  /** One sentence for people; the same for every occurrence. */
  String title();

  /** The stable code for machines, such as {@code no-such-fact}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type's URI, as RFC 9457 asks. */
  default String uri() {
    return "urn:headwater:problem:" + code();
  }

  /** A problem of this type without particulars. */
  default ProblemException toException() {
    return new ProblemException(this, "", null);
  }

  /**
   * A problem of this type about something.
   *
   * @param detail which thing, in ids, counts and positions only; never a person's data
   */
  default ProblemException about(String detail) {
    return new ProblemException(this, detail, null);
  }
}
