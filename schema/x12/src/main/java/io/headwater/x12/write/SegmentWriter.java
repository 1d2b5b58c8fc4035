package io.headwater.x12.write;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamConstants;
import io.xlate.edi.stream.EDIStreamConstants.Delimiters;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import io.xlate.edi.stream.EDIValidationException;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Segments of one interchange with one group, as StAEDI writes them. Counts and control numbers are
 * kept here.
 */
final class SegmentWriter implements AutoCloseable {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
  private static final String RESERVED = "*:^~";

  private final EDIStreamWriter out;
  private final Envelope envelope;
  private final String control;
  private final Guide guide;
  private int sets;
  private int segments;

  /** The components of a composite; absent ones null. */
  record Composite(List<String> parts) {
    static Composite of(String... parts) {
      return new Composite(Arrays.asList(parts));
    }
  }

  /** The repeats of one element. */
  record Repeats(List<String> values) {}

  SegmentWriter(OutputStream stream, Envelope envelope, Guide guide) throws IOException {
    var factory = EDIOutputFactory.newFactory();
    factory.setProperty(Delimiters.DATA_ELEMENT, '*');
    factory.setProperty(Delimiters.COMPONENT_ELEMENT, ':');
    factory.setProperty(Delimiters.REPETITION, '^');
    factory.setProperty(Delimiters.SEGMENT, '~');
    factory.setProperty(EDIOutputFactory.PRETTY_PRINT, true);
    this.out = factory.createEDIStreamWriter(stream);
    out.setControlSchema(envelopeSchema());
    this.envelope = envelope;
    this.guide = guide;
    this.control = "%09d".formatted(envelope.control());
    begin();
  }

  private void begin() throws IOException {
    try {
      out.startInterchange();
    } catch (EDIStreamException e) {
      throw new IOException(e);
    }
    header(
        "00",
        " ".repeat(10),
        "00",
        " ".repeat(10),
        envelope.senderQualifier(),
        "%-15s".formatted(envelope.sender()),
        envelope.receiverQualifier(),
        "%-15s".formatted(envelope.receiver()),
        SHORT_DAY.format(envelope.at()),
        TIME.format(envelope.at()),
        "^",
        "00501",
        control,
        "0",
        envelope.test() ? "T" : "P",
        ":");
    segment(
        "GS",
        guide.functionalId(),
        envelope.sender(),
        envelope.receiver(),
        DAY.format(envelope.at()),
        TIME.format(envelope.at()),
        String.valueOf(envelope.control()),
        "X",
        guide.version());
  }

  private static Schema envelopeSchema() throws IOException {
    try {
      return SchemaFactory.newFactory()
          .getControlSchema(EDIStreamConstants.Standards.X12, new String[] {"00501"});
    } catch (EDISchemaException e) {
      throw new IOException(e);
    }
  }

  /** Begins a transaction set, which from here on is held to the schema of its guide. */
  void beginSet() throws IOException {
    sets++;
    segments = 0;
    segment("ST", guide.set(), "%04d".formatted(sets), guide.versionOfSet());
    var schema = guide.schema();
    if (schema.isPresent()) {
      out.setTransactionSchema(schema.get());
    }
  }

  /** Ends it. */
  void endSet() throws IOException {
    segment("SE", String.valueOf(segments + 1), "%04d".formatted(sets));
  }

  /** Ends group and interchange; the stream stays open. */
  @Override
  public void close() throws IOException {
    segment("GE", String.valueOf(sets), String.valueOf(envelope.control()));
    segment("IEA", "1", control);
    try {
      out.endInterchange();
      out.flush();
    } catch (EDIStreamException e) {
      throw new IOException(e);
    }
  }

  /**
   * Writes a segment: text, numbers, days, composites, repeats; null is left out, and so are
   * trailing nulls.
   */
  void segment(String id, Object... elements) throws IOException {
    segments++;
    try {
      write(id, elements);
    } catch (EDIValidationException fault) {
      throw new NotWritableException(
          "%s, segment %d, %s%s: %s"
              .formatted(
                  guide.set(),
                  segments,
                  id,
                  element(fault.getLocation()),
                  fault.getError().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
  }

  /** Writes a segment unless it would say nothing. */
  void segmentIfAny(String id, Object... elements) throws IOException {
    if (!Arrays.stream(elements).allMatch(SegmentWriter::absent)) {
      segment(id, elements);
    }
  }

  private static String element(Location at) {
    return at == null || at.getElementPosition() < 1
        ? ""
        : "%02d".formatted(at.getElementPosition());
  }

  private void write(String id, Object... elements) throws IOException {
    var last = elements.length;
    while (last > 0 && absent(elements[last - 1])) {
      last--;
    }
    try {
      out.writeStartSegment(id);
      for (var i = 0; i < last; i++) {
        element(id, i + 1, elements[i]);
      }
      out.writeEndSegment();
    } catch (EDIStreamException e) {
      throw new IOException(e);
    }
  }

  private void header(String... elements) throws IOException {
    try {
      out.writeStartSegment("ISA");
      for (var element : elements) {
        out.writeElement(element);
      }
      out.writeEndSegment();
    } catch (EDIStreamException e) {
      throw new IOException(e);
    }
  }

  private void element(String id, int position, Object value) throws EDIStreamException {
    switch (value) {
      case null -> out.writeEmptyElement();
      case String text when text.isBlank() -> out.writeEmptyElement();
      case Composite composite -> composite(id, position, composite);
      case Repeats repeats -> {
        var values = repeats.values();
        for (var i = 0; i < values.size(); i++) {
          if (i > 0) {
            out.writeRepeatElement()
                .writeElementData(checked(id, position, values.get(i)))
                .endElement();
          } else {
            out.writeStartElement()
                .writeElementData(checked(id, position, values.get(i)))
                .endElement();
          }
        }
      }
      default -> out.writeElement(checked(id, position, text(value)));
    }
  }

  private void composite(String id, int position, Composite composite) throws EDIStreamException {
    var parts = composite.parts();
    var last = parts.size();
    while (last > 0 && parts.get(last - 1) == null) {
      last--;
    }
    out.writeStartElement();
    for (var i = 0; i < last; i++) {
      if (parts.get(i) == null) {
        out.writeEmptyComponent();
      } else {
        out.writeComponent(checked(id, position, parts.get(i)));
      }
    }
    out.endElement();
  }

  private static boolean absent(Object value) {
    return value == null
        || value instanceof String text && text.isBlank()
        || value instanceof Repeats(var values) && values.isEmpty()
        || value instanceof Composite(var parts) && parts.stream().allMatch(p -> p == null);
  }

  private static String text(Object value) {
    return switch (value) {
      case BigDecimal amount -> amount.stripTrailingZeros().toPlainString();
      case LocalDate day -> DAY.format(day);
      default -> value.toString();
    };
  }

  private static String checked(String id, int position, String value) {
    for (var i = 0; i < value.length(); i++) {
      if (RESERVED.indexOf(value.charAt(i)) >= 0 || value.charAt(i) < ' ') {
        throw new NotWritableException(
            "%s%02d holds a delimiter or a control character".formatted(id, position));
      }
    }
    return Characters.plain(value)
        .orElseThrow(
            () ->
                new NotWritableException(
                    "%s%02d holds a character that X12 does not carry".formatted(id, position)));
  }
}
