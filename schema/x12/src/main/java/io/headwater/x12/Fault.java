package io.headwater.x12;

/** Every reason to quarantine a transaction set, with the code a 999 gives for it. */
public enum Fault {
  /** A transaction set, guide or version that this platform does not read. */
  UNSUPPORTED_VERSION("IK502", "1"),
  /** The set ends without its SE. */
  TRUNCATED("IK502", "2"),
  /** SE02 is not ST02. */
  CONTROL_NUMBER_MISMATCH("IK502", "3"),
  /** Bytes that cannot be cut into segments without a guess. */
  AMBIGUOUS_DELIMITER("IK304", "8"),
  /** A segment whose name cannot be one. */
  INVALID_SEGMENT("IK304", "1"),
  /** A segment where none such belongs. */
  UNEXPECTED_SEGMENT("IK304", "2"),
  /** A segment that must be there and is not. */
  MISSING_SEGMENT("IK304", "3"),
  /** An element that must be there and is not. */
  MISSING_ELEMENT("IK403", "1"),
  /** A code that is not of its list. */
  INVALID_CODE("IK403", "7"),
  /** A date or time that is none. */
  INVALID_DATE("IK403", "8"),
  /** A number that is none. */
  INVALID_NUMBER("IK403", "6");

  private final String element;
  private final String code;

  Fault(String element, String code) {
    this.element = element;
    this.code = code;
  }

  /** The element of a 999 that carries the code: IK304, IK403 or IK502. */
  public String acknowledgedIn() {
    return element;
  }

  /** The code a 999 gives. */
  public String acknowledgmentCode() {
    return code;
  }
}
