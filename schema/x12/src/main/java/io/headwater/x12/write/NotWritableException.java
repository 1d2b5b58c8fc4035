package io.headwater.x12.write;

/**
 * A record lacks what its transaction set must carry, or holds a character that X12 cannot. Names
 * fields, not values.
 */
public final class NotWritableException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says what is missing or cannot be carried. */
  public NotWritableException(String message) {
    super(message);
  }
}
