package io.headwater.rootcause.match;

import io.headwater.vocabulary.MatchedBy;
import java.util.List;

/** Which claim a payment answers. */
public sealed interface Answered {

  /** One claim. */
  record Claim(String controlNumber, MatchedBy by) implements Answered {}

  /** Several fit equally well, and only a person can tell. */
  record Several(List<String> controlNumbers, MatchedBy by) implements Answered {}

  /** None that is known fits. */
  record Nothing() implements Answered {}

  /** None of the practice's, as a person decided. */
  record Elsewhere() implements Answered {}
}
