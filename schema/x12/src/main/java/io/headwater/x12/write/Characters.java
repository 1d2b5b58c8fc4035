package io.headwater.x12.write;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The characters that X12 carries between partners who have agreed on nothing else: those of ASCII
 * that can be printed. A payer that meets another refuses the file, so JOSÉ is written JOSE, as
 * payers have the name; what has no such form is not guessed at.
 */
final class Characters {
  private static final Pattern PLAIN = Pattern.compile("[ -~]*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final Map<Character, String> FORMS =
      Map.ofEntries(
          Map.entry('\u2018', "'"),
          Map.entry('\u2019', "'"),
          Map.entry('\u201c', "\""),
          Map.entry('\u201d', "\""),
          Map.entry('\u2010', "-"),
          Map.entry('\u2011', "-"),
          Map.entry('\u2013', "-"),
          Map.entry('\u2014', "-"),
          Map.entry('\u2026', "..."),
          Map.entry('\u00df', "ss"),
          Map.entry('\u00c6', "AE"),
          Map.entry('\u00e6', "ae"),
          Map.entry('\u0152', "OE"),
          Map.entry('\u0153', "oe"),
          Map.entry('\u00d8', "O"),
          Map.entry('\u00f8', "o"),
          Map.entry('\u0141', "L"),
          Map.entry('\u0142', "l"),
          Map.entry('\u0110', "D"),
          Map.entry('\u0111', "d"));

  private Characters() {}

  /** The text in those characters, without blanks around it; empty where that cannot be. */
  static Optional<String> plain(String text) {
    var stripped = text.strip();
    if (PLAIN.matcher(stripped).matches()) {
      return Optional.of(stripped);
    }
    var form = new StringBuilder();
    for (var character : stripped.toCharArray()) {
      form.append(FORMS.getOrDefault(character, String.valueOf(character)));
    }
    var plain = MARKS.matcher(Normalizer.normalize(form, Normalizer.Form.NFKD)).replaceAll("");
    return PLAIN.matcher(plain).matches() ? Optional.of(plain.strip()) : Optional.empty();
  }
}
