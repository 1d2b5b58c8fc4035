package io.headwater.vocabulary;

/** What part a cause plays in a denial; ROOT alone would have made the line pay. */
public enum Role {
  ROOT,
  ORIGIN,
  PROXIMATE,
  CONTRIBUTING,
  NOTE
}
