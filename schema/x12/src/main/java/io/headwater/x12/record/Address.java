package io.headwater.x12.record;

/**
 * Where someone is (N3, N4).
 *
 * @param line first line
 * @param secondLine second line, null where absent
 * @param city N401
 * @param state N402
 * @param zip N403
 */
public record Address(String line, String secondLine, String city, String state, String zip) {
  /** Addresses stay out of logs. */
  @Override
  public String toString() {
    return "Address";
  }
}
