package io.headwater.x12.token;

/**
 * Something the scanner met that a reader must hear of.
 *
 * @param kind what it is
 * @param message in words, without content of the file
 */
public record Finding(Kind kind, String message) {
  /** What the scanner can meet. */
  public enum Kind {
    /** Read in spite of it. */
    TOLERATED,
    /** Makes the transaction set it stands in ambiguous. */
    AMBIGUOUS,
    /** An interchange header that cannot be read; the scanner looks for the next one. */
    UNREADABLE_INTERCHANGE
  }
}
