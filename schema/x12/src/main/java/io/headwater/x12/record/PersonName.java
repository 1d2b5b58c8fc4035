package io.headwater.x12.record;

/**
 * A person's name (NM103, NM104), or an organisation's in {@code last}.
 *
 * @param first given name, null where absent
 * @param last family name or organisation
 */
public record PersonName(String first, String last) {
  /** Names stay out of logs. */
  @Override
  public String toString() {
    return "PersonName";
  }
}
