package io.headwater.x12.token;

import io.headwater.x12.token.Finding.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts a stream of any size into segments, one at a time. Each interchange declares its own
 * delimiters; they are taken by counting separators, not columns, so that an ISA of the wrong width
 * reads as long as it is unambiguous. A fault costs the segment it stands in and never the stream.
 */
public final class SegmentScanner implements SegmentSource {
  private static final int LONGEST_SEGMENT = 1 << 20;
  private static final Set<String> NAMES =
      Set.of(
          "AAA", "AMT", "BHT", "BPR", "CAS", "CLM", "CLP", "CN1", "CR1", "CUR", "DMG", "DTM", "DTP",
          "EB", "EQ", "GE", "GS", "HCR", "HI", "HL", "HSD", "IEA", "III", "INS", "K3", "LE", "LQ",
          "LS", "LX", "MIA", "MOA", "MSG", "N1", "N3", "N4", "NM1", "NTE", "OI", "PER", "PLB",
          "PRV", "PWK", "QTY", "REF", "SBR", "SE", "ST", "STC", "SV1", "SVC", "SVD", "TRN", "UM");

  private final ByteWindow window;
  private final Consumer<Finding> findings;
  private final SegmentText text = new SegmentText();
  private Delimiters delimiters;
  private Delimiters last;
  private boolean started;
  private long ordinal;
  private int wrapWidth;

  /**
   * Reads from a stream, which stays open; findings are told as they are met, before the segment
   * they concern.
   */
  public SegmentScanner(InputStream in, Consumer<Finding> findings) {
    this.window = new ByteWindow(in);
    this.findings = findings;
  }

  @Override
  public Segment next() throws IOException {
    while (true) {
      if (delimiters == null && !seekInterchange()) {
        return null;
      }
      var segment = interchangeAhead() ? readHeader() : readSegment();
      if (segment == null || segment.id().equals("IEA")) {
        last = delimiters;
        delimiters = null;
      }
      if (segment != null) {
        return segment;
      }
    }
  }

  /** How many segments were read so far. */
  public long ordinal() {
    return ordinal;
  }

  /** Whether any interchange header was met. */
  public boolean foundInterchange() {
    return started;
  }

  private boolean seekInterchange() throws IOException {
    var junk = 0L;
    while (!interchangeAhead()) {
      if (last != null && (ahead("GS", last.element()) || ahead("ST", last.element()))) {
        delimiters = last;
        break;
      }
      if (damagedHeaderAhead()) {
        last = null;
        tell(
            Kind.UNREADABLE_INTERCHANGE,
            window.peek(0) == 'i'
                ? "isa at byte " + window.position() + " is in small letters, not X12's capitals"
                : headerless(window.position()));
      }
      var next = window.take();
      if (next < 0) {
        break;
      }
      if (next > ' ' && next != 0x1A && next != 0xEF && next != 0xBB && next != 0xBF) {
        junk++;
      }
    }
    last = null;
    if (junk > 0) {
      tell(
          Kind.TOLERATED,
          junk
              + (started
                  ? " characters outside an interchange were passed over"
                  : " characters before ISA were passed over"));
    }
    return delimiters != null || interchangeAhead();
  }

  private boolean ahead(String name, int separator) throws IOException {
    for (var i = 0; i < name.length(); i++) {
      if (window.peek(i) != name.charAt(i)) {
        return false;
      }
    }
    return window.peek(name.length()) == separator;
  }

  /**
   * What is meant for a header and cannot be read as one: its first element has another width, or
   * it is in small letters. Text that only speaks of ISA does not repeat a separator like that.
   */
  private boolean damagedHeaderAhead() throws IOException {
    var separator = window.peek(3);
    if (!ahead("ISA", separator) && !ahead("isa", separator)
        || Character.isLetterOrDigit(separator)
        || Character.isWhitespace(separator)) {
      return false;
    }
    var separators = 0;
    for (var i = 3; i < InterchangeHeader.WIDTH; i++) {
      separators += window.peek(i) == separator ? 1 : 0;
    }
    return separators > 10;
  }

  private static String headerless(long at) {
    return "ISA at byte " + at + " does not have its sixteen elements and a terminator";
  }

  private boolean interchangeAhead() throws IOException {
    if (window.peek(0) != 'I' || window.peek(1) != 'S' || window.peek(2) != 'A') {
      return false;
    }
    var separator = window.peek(3);
    if (window.peek(6) != separator) {
      return false;
    }
    return separator > 0
            && !Character.isLetterOrDigit(separator)
            && !Character.isWhitespace(separator)
        || separator >= 0x1C && separator <= 0x1F;
  }

  /** Reads ISA; null, and the search goes on, where it cannot be read. */
  private Segment readHeader() throws IOException {
    started = true;
    var at = window.position();
    var header = InterchangeHeader.ahead(window);
    if (header == null) {
      window.skip(3);
      delimiters = null;
      tell(Kind.UNREADABLE_INTERCHANGE, headerless(at));
      return null;
    }
    if (header.width() != InterchangeHeader.WIDTH) {
      tell(Kind.TOLERATED, "ISA is " + header.width() + " characters wide, not 106");
    }
    if (header.declaresNoRepetition()) {
      tell(Kind.TOLERATED, "ISA11 declares no repetition separator");
    }
    wrapWidth = header.wrapWidth();
    delimiters = header.delimiters();
    window.skip(header.width());
    return new Segment(header.text(), delimiters, ++ordinal, true);
  }

  /** Reads to the terminator; null where the interchange ends without one more segment. */
  private Segment readSegment() throws IOException {
    text.clear();
    while (blank(window.peek(0)) || window.peek(0) == delimiters.terminator()) {
      window.skip(1);
    }
    if (window.peek(0) < 0 || interchangeAhead()) {
      return window.peek(0) < 0 ? null : readHeader();
    }
    var binary = binaryLength();
    for (var i = 0; i < binary; i++) {
      window.take();
    }
    var terminated = readToTerminator();
    if (!terminated && text.blank()) {
      return null;
    }
    return new Segment(text.string(), delimiters, ++ordinal, terminated);
  }

  private boolean readToTerminator() throws IOException {
    var lineBreaks = delimiters.terminator() == '\r' || delimiters.terminator() == '\n';
    for (var next = window.take(); next >= 0; next = window.take()) {
      if (next == delimiters.terminator()) {
        return true;
      }
      if (next == 'I' && window.peek(0) == 'S' && window.peek(1) == 'A') {
        window.back();
        if (InterchangeHeader.exactlyAhead(window, 0)) {
          return false;
        }
        window.skip(1);
      }
      if (next != '\r' && next != '\n') {
        if (text.length() == LONGEST_SEGMENT) {
          tell(Kind.AMBIGUOUS, "a segment is longer than " + LONGEST_SEGMENT + " characters");
        }
        if (text.length() <= LONGEST_SEGMENT) {
          text.add(next);
        }
      } else if (!lineBreaks && !passLineBreak()) {
        return false;
      }
    }
    return false;
  }

  /** Passes a line break inside a segment; false where a new interchange begins after it. */
  private boolean passLineBreak() throws IOException {
    while (blank(window.peek(0))) {
      window.skip(1);
    }
    if (interchangeAhead()) {
      return false;
    }
    var first = window.peek(0);
    if (first >= 0 && first != delimiters.terminator()) {
      var name = new StringBuilder();
      for (var i = 0; i < 3 && Character.isLetterOrDigit(window.peek(i)); i++) {
        name.append((char) window.peek(i));
      }
      if (window.peek(name.length()) == delimiters.element()
          && NAMES.contains(name.toString())
          && wrapWidth == 0) {
        tell(
            Kind.AMBIGUOUS,
            "a segment ends in a line break instead of its terminator before " + name);
      }
    }
    return true;
  }

  /** The length of the bytes of a BIN or BDS segment that may hold anything, or 0. */
  private int binaryLength() throws IOException {
    if (window.peek(0) != 'B'
        || window.peek(1) != 'I'
        || window.peek(2) != 'N'
        || window.peek(3) != delimiters.element()) {
      return 0;
    }
    var length = 0;
    var at = 4;
    for (var digit = window.peek(at);
        digit >= '0' && digit <= '9' && length < LONGEST_SEGMENT;
        digit = window.peek(++at)) {
      length = length * 10 + digit - '0';
    }
    var whole = at + 1 + length;
    if (window.peek(at) != delimiters.element()
        || length > LONGEST_SEGMENT
        || window.peek(whole) != delimiters.terminator()) {
      return 0;
    }
    text.add('B', 'I', 'N');
    return whole;
  }

  private boolean blank(int next) {
    return next == ' ' || next == '\t' || next == '\r' || next == '\n' || next == 0 || next == 0x1A;
  }

  private void tell(Kind kind, String message) {
    findings.accept(new Finding(kind, message));
  }
}
