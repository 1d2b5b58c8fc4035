package io.headwater.vocabulary;

/**
 * By what a payment was matched to its claim, surest first. A confidence is how often, of a hundred
 * matches made so, a biller who looks at both would agree.
 */
public enum MatchedBy {
  /** A person said so. */
  PERSON(1.00),
  /** The claim's own number (CLP01), and on every line its control number (REF 6R). */
  LINE_CONTROL(1.00),
  /** The claim's number, and every line by procedure, modifiers, day and charge. */
  SERVICE(0.99),
  /** The claim's number, and every line by procedure and day; modifiers or charges differ. */
  PROCEDURE_AND_DAY(0.97),
  /** The claim's number alone: the lines say something else, or there are none. */
  NUMBER(0.95),
  /** The number as payers mangle it, with the day and the charge, and the member or procedure. */
  MANGLED_NUMBER(0.95),
  /** The payer's own number (CLP07), under which it answered this claim before. */
  PAYER_NUMBER(0.95),
  /** Member, day, charge and procedure, whatever the number. */
  MEMBER_AND_SERVICE(0.90),
  /** Member, day and charge, whatever the number and the procedure. */
  MEMBER_DAY_AND_CHARGE(0.80);

  private final double confidence;

  MatchedBy(double confidence) {
    this.confidence = confidence;
  }

  /** How sure a match by this is, from 0 to 1. */
  public double confidence() {
    return confidence;
  }

  /** Whether the payment came under the claim's own number, or a person vouches for it. */
  public boolean certain() {
    return switch (this) {
      case PERSON, LINE_CONTROL, SERVICE, PROCEDURE_AND_DAY, NUMBER -> true;
      case MANGLED_NUMBER, PAYER_NUMBER, MEMBER_AND_SERVICE, MEMBER_DAY_AND_CHARGE -> false;
    };
  }

  /** Whether a person should look before anybody relies on it. */
  public boolean doubtful() {
    return this == MEMBER_DAY_AND_CHARGE;
  }

  /** By what, in a biller's words. */
  public String words() {
    return switch (this) {
      case PERSON -> "a person's decision";
      case LINE_CONTROL -> "claim and line control numbers";
      case SERVICE -> "claim number, procedure, modifiers, day and charge";
      case PROCEDURE_AND_DAY -> "claim number, procedure and day";
      case NUMBER -> "claim number";
      case MANGLED_NUMBER -> "a mangled form of the claim number, day and charge";
      case PAYER_NUMBER -> "the payer's own claim number";
      case MEMBER_AND_SERVICE -> "member, procedure, day and charge";
      case MEMBER_DAY_AND_CHARGE -> "member, day and charge";
    };
  }
}
