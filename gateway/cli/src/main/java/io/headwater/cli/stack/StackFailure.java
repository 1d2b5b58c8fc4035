package io.headwater.cli.stack;

/** Why the stack cannot start or go on, as one line that tells a person what to do. */
public final class StackFailure extends RuntimeException {
  /** A failure told by one line. */
  public StackFailure(String line) {
    super(line);
  }

  /** A failure told by one line, with what led to it. */
  public StackFailure(String line, Throwable cause) {
    super(line, cause);
  }
}
