package io.headwater.x12.set;

import io.headwater.x12.token.Segment;

/** Reads one transaction set, segment by segment; ST and SE are not given to it. */
public interface SetReader {
  /** Takes the next segment. */
  void read(Segment segment);

  /** The set is complete: tells what is still held. */
  void end();
}
