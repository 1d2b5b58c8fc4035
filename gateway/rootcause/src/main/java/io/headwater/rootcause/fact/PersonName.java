package io.headwater.rootcause.fact;

/** A person's name as filed. */
public record PersonName(String first, String last) {
  /** Names nobody: records of people do not print. */
  @Override
  public String toString() {
    return "PersonName";
  }
}
