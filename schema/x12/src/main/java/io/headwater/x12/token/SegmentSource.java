package io.headwater.x12.token;

import java.io.IOException;

/** Where segments come from: the seam between bytes and meaning. Nothing behind it knows a loop. */
public interface SegmentSource {
  /** The next segment of the file, ISA included, or null at the end. */
  Segment next() throws IOException;
}
