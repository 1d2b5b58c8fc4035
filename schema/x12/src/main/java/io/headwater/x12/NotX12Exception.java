package io.headwater.x12;

import java.io.IOException;

/**
 * The stream holds no interchange at all. The only exception of the reader but those of the stream
 * itself.
 */
public final class NotX12Exception extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says how far was looked. */
  public NotX12Exception(String message) {
    super(message);
  }
}
