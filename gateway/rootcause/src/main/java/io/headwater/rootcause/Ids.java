package io.headwater.rootcause;

/** Numbers that people write in several ways. */
final class Ids {

  private Ids() {}

  static boolean same(String a, String b) {
    return a != null && b != null && (a.equals(b) || clean(a).equals(clean(b)));
  }

  /** Letters and digits in capitals. */
  private static String clean(String id) {
    var clean = new StringBuilder(id.length());
    for (int i = 0; i < id.length(); i++) {
      var c = id.charAt(i);
      if (c >= 'a' && c <= 'z') {
        clean.append((char) (c - 'a' + 'A'));
      } else if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  /** Letters in capitals, without what stands above or below them. */
  static String letters(String name) {
    var plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD);
    var letters = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      var c = plain.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letters.append((char) (c - 'a' + 'A'));
      } else if (c >= 'A' && c <= 'Z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
