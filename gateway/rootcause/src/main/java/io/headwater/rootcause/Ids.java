package io.headwater.rootcause;

/** Numbers that people write in several ways. */
final class Ids {

  private Ids() {}

  static boolean same(String a, String b) {
    return a != null && b != null && clean(a).equals(clean(b));
  }

  private static String clean(String id) {
    return id.replaceAll("[^A-Za-z0-9]", "").toUpperCase(java.util.Locale.ROOT);
  }
}
