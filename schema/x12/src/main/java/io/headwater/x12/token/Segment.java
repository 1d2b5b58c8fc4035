package io.headwater.x12.token;

import java.util.ArrayList;
import java.util.List;

/**
 * One segment as it came, cut into elements. Elements count from 1, components from 1; what is
 * absent or blank reads as null, so that "left out" has one form.
 */
public final class Segment {
  private final String[] elements;
  private final Delimiters delimiters;
  private final long ordinal;
  private final boolean terminated;

  Segment(String text, Delimiters delimiters, long ordinal, boolean terminated) {
    this.elements = split(text, delimiters.element());
    this.delimiters = delimiters;
    this.ordinal = ordinal;
    this.terminated = terminated;
  }

  /** The segment's name, such as CLM. */
  public String id() {
    return elements[0];
  }

  /** Where the segment stands in the file, from 1. */
  public long ordinal() {
    return ordinal;
  }

  /** The delimiters of the interchange it stands in. */
  public Delimiters delimiters() {
    return delimiters;
  }

  /** False where the file ended before the segment's terminator. */
  public boolean terminated() {
    return terminated;
  }

  /** How many elements it carries, empty ones between separators included. */
  public int size() {
    return elements.length - 1;
  }

  /** An element, or null where it is absent or blank. */
  public String at(int element) {
    return element < elements.length ? blankToNull(elements[element]) : null;
  }

  /** Whether an element has this value. */
  public boolean is(int element, String value) {
    return value.equals(at(element));
  }

  /**
   * A component of a composite element, or null; the first component of a plain element is the
   * element.
   */
  public String at(int element, int component) {
    return component(at(element), component);
  }

  /** The components of an element, absent ones null, without end. */
  public List<String> components(int element) {
    return components(at(element));
  }

  /** The components of one repeat of an element. */
  public List<String> components(String value) {
    var parts = new ArrayList<String>();
    if (value != null) {
      for (var part : split(value, delimiters.component())) {
        parts.add(blankToNull(part));
      }
    }
    return parts;
  }

  /**
   * The repeats of an element; some senders write the component separator where a repeat is meant.
   */
  public List<String> repeats(int element) {
    var value = at(element);
    var repeats = new ArrayList<String>();
    if (value == null) {
      return repeats;
    }
    var repetition =
        delimiters.repetition() == 0 ? delimiters.component() : delimiters.repetition();
    for (var part : split(value, repetition)) {
      for (var piece : split(part, delimiters.component())) {
        if (!piece.isBlank()) {
          repeats.add(piece.strip());
        }
      }
    }
    return repeats;
  }

  private String component(String value, int component) {
    if (value == null) {
      return null;
    }
    var start = 0;
    for (var skipped = 1; skipped < component; skipped++) {
      start = value.indexOf(delimiters.component(), start) + 1;
      if (start == 0) {
        return null;
      }
    }
    var end = value.indexOf(delimiters.component(), start);
    return blankToNull(end < 0 ? value.substring(start) : value.substring(start, end));
  }

  private static String blankToNull(String value) {
    var stripped = value.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  private static String[] split(String text, char separator) {
    var count = 1;
    for (var i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, i + 1)) {
      count++;
    }
    var parts = new String[count];
    var start = 0;
    for (var part = 0; part < count; part++) {
      var end = part == count - 1 ? text.length() : text.indexOf(separator, start);
      parts[part] = text.substring(start, end);
      start = end + 1;
    }
    return parts;
  }

  /** Only name and place: elements may hold a person's data. */
  @Override
  public String toString() {
    return id() + " at segment " + ordinal;
  }
}
