package io.headwater.x12.token;

import java.io.IOException;

/**
 * An ISA read by its sixteen separators, not by columns.
 *
 * @param text the segment without its terminator
 * @param delimiters what it declares
 * @param width how many characters it takes, terminator included
 * @param wrapWidth after how many characters the file breaks its lines inside segments, 0 where it
 *     does not
 */
record InterchangeHeader(String text, Delimiters delimiters, int width, int wrapWidth) {
  /** The width the standard gives it. */
  static final int WIDTH = 106;

  private static final int LONGEST = 512;

  /** Where the sixteen separators of a header of that width stand. */
  private static final int[] SEPARATORS = {
    3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103
  };

  /**
   * Whether a header of the standard's width, each separator at its column, and after it a group or
   * an acknowledgment stand at an offset of the window. Such a one begins an interchange wherever
   * it stands, be it in the middle of a segment that was cut off.
   */
  static boolean exactlyAhead(ByteWindow window, int offset) throws IOException {
    if (window.peek(offset) != 'I'
        || window.peek(offset + 1) != 'S'
        || window.peek(offset + 2) != 'A') {
      return false;
    }
    var separator = window.peek(offset + 3);
    for (var column : SEPARATORS) {
      if (window.peek(offset + column) != separator) {
        return false;
      }
    }
    var after = offset + WIDTH;
    while (window.peek(after) == '\r' || window.peek(after) == '\n') {
      after++;
    }
    return window.peek(after) == 'G' && window.peek(after + 1) == 'S'
        || window.peek(after) == 'T'
            && window.peek(after + 1) == 'A'
            && window.peek(after + 2) == '1';
  }

  /**
   * The header at the front of the window, which stays there; null where it cannot be read without
   * a guess.
   */
  static InterchangeHeader ahead(ByteWindow window) throws IOException {
    var separator = (char) window.peek(3);
    var text = new SegmentText();
    text.add('I', 'S', 'A');
    var separators = 0;
    var wrapWidth = 0;
    var at = 3;
    for (; separators < 16 && at < LONGEST && window.peek(at) >= 0; at++) {
      var next = window.peek(at);
      if (next == separator) {
        separators++;
      } else if (next == 'I' && exactlyAhead(window, at)) {
        return null;
      }
      if (next == '\r' || next == '\n') {
        wrapWidth = wrapWidth == 0 ? at : wrapWidth;
      } else {
        text.add(next);
      }
    }
    while (window.peek(at) == '\r' || window.peek(at) == '\n') {
      at++;
    }
    var component = window.peek(at);
    if (window.peek(at + 1) == 'G'
        && window.peek(at + 2) == 'S'
        && window.peek(at + 3) == separator) {
      component = 0;
      at--;
    }
    while (window.peek(at + 1) == ' ') {
      at++;
    }
    var terminator = window.peek(at + 1);
    if (separators < 16
        || terminator < 0
        || terminator == separator
        || word(terminator)
        || word(component)) {
      return null;
    }
    if (component > 0) {
      text.add(component);
    }
    var isa = text.string();
    return new InterchangeHeader(
        isa,
        new Delimiters(separator, (char) component, repetition(isa, separator), (char) terminator),
        at + 2,
        wrapWidth);
  }

  /** Whether the version has repeats, and ISA11 still holds the U of older ones, or nothing. */
  boolean declaresNoRepetition() {
    var version = element(text, delimiters.element(), 12);
    return delimiters.repetition() == 0 && version.compareTo("00402") >= 0;
  }

  private static char repetition(String isa, char separator) {
    var declared = element(isa, separator, 11);
    return declared.length() != 1 || word(declared.charAt(0)) ? 0 : declared.charAt(0);
  }

  private static String element(String isa, char separator, int element) {
    var start = 0;
    for (var skipped = 0; skipped < element; skipped++) {
      start = isa.indexOf(separator, start) + 1;
    }
    var end = isa.indexOf(separator, start);
    return isa.substring(start, end < 0 ? isa.length() : end).strip();
  }

  private static boolean word(int character) {
    return Character.isLetterOrDigit(character);
  }
}
