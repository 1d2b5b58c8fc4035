package io.headwater.rootcause.match;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Claim control numbers (CLM01, CLP01) as payers send them back. */
public final class ControlNumbers {

  /** What is left of a number that was cut must be this long to mean anything. */
  private static final int LEAST = 6;

  private ControlNumbers() {}

  /** Letters and digits only, in capitals, without zeros in front: {@code clm-0042} is CLM0042. */
  public static String plain(String number) {
    if (number == null) {
      return "";
    }
    var plain = number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    return plain.replaceFirst("^0+(?=.)", "");
  }

  /** The forms in which a payer may send a number back whole, its own first. */
  public static Set<String> spellings(String number) {
    var forms = new LinkedHashSet<String>();
    forms.add(number);
    forms.add(number.toUpperCase(Locale.ROOT));
    forms.add(number.replaceAll("[^A-Za-z0-9]", ""));
    forms.add(number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT));
    forms.add(number.replaceFirst("^0+(?=.)", ""));
    forms.add(plain(number));
    forms.removeIf(String::isBlank);
    return forms;
  }

  /**
   * Whether a number sent back may be a claim's: the same but for case, punctuation and zeros in
   * front, or that with its head or tail cut off.
   *
   * @param sent as the payer sent it
   * @param own the claim's
   */
  public static boolean resembles(String sent, String own) {
    var theirs = plain(sent);
    var ours = plain(own);
    if (theirs.isEmpty() || ours.isEmpty()) {
      return false;
    }
    return theirs.equals(ours)
        || theirs.length() >= LEAST && (ours.startsWith(theirs) || ours.endsWith(theirs));
  }
}
