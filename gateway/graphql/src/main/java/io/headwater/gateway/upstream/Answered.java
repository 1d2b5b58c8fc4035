package io.headwater.gateway.upstream;

import java.util.List;

/**
 * What a service answered to one question.
 *
 * @param facts all versions of what the rounds led to
 * @param outlines what was asked for in outline, which may still be coming
 */
public record Answered(List<Fact> facts, Outlines outlines) {

  /** What is coming in outline. */
  public interface Outlines {

    /** Waits for the outlines, once; a service that breaks off, or is too late, is away. */
    List<Outlined> await() throws ServiceAway;
  }
}
