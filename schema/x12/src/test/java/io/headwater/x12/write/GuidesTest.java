package io.headwater.x12.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.imsweb.x12.reader.X12Reader.FileType;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written passes StAEDI with the schema of its guide, and a reader made by others. */
class GuidesTest {
  /** That reader does not see a segment that follows a loop, in any 999. */
  private static final List<String> BLIND_TO =
      List.of(
          "AK9 in loop HEADER is required but not found",
          "IK5 in loop 2000 is required but not found");

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RECEIPT", "REMITTANCE"})
  void whatIsWrittenPassesTheSchemaOfItsGuide(Guide guide) throws Exception {
    var written = Written.all(guide);
    assertThat(written).isNotEmpty();
    for (var file : written.entrySet()) {
      assertThat(faults(file.getValue(), guide.schema().orElseThrow())).as(file.getKey()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLAIM | SBR*P | SBR*Q | INVALID_CODE_VALUE",
        "CLAIM | HI*ABK:F411 | HI*ABZ:F411 | INVALID_CODE_VALUE",
        "CLAIM | REF*EI*930000001~ | | IMPLEMENTATION_SEGMENT_BELOW_MINIMUM_USE",
        "CLAIM | DTP*472 | DTP*473 | IMPLEMENTATION_INVALID_CODE_VALUE",
        "CLAIM | NM1*85 | NM1*86 | IMPLEMENTATION_UNUSED_SEGMENT_PRESENT",
        "CLAIM | SV1*HC:90837:95*185 | SV1*HC:90837:95*many | INVALID_CHARACTER_DATA",
        "ELIGIBILITY | EQ*30^MH^A6~ | EQ*~ | REQUIRED_DATA_ELEMENT_MISSING",
        "ELIGIBILITY | NM1*1P | NM1*2P | IMPLEMENTATION_INVALID_CODE_VALUE",
        "STATUS | HL*2*1*21*1 | HL*2*1*29*1 | IMPLEMENTATION_LOOP_OCCURS_UNDER_MINIMUM_TIMES",
        "REVIEW | UM*HS*R | UM*HS*Q | INVALID_CODE_VALUE",
        "ACKNOWLEDGMENT | IK5*A | IK5*Y | INVALID_CODE_VALUE",
      })
  void theSchemaFindsWhatIsWrong(Guide guide, String good, String bad, String fault)
      throws Exception {
    var text =
        Written.all(guide).values().stream()
            .filter(t -> t.contains(good))
            .findFirst()
            .orElseThrow();
    var damaged = text.replaceFirst(java.util.regex.Pattern.quote(good), bad == null ? "" : bad);
    assertThat(faults(damaged, guide.schema().orElseThrow())).anyMatch(f -> f.contains(fault));
  }

  @ParameterizedTest
  @CsvSource({"CLAIM, ANSI837_5010_X222", "ACKNOWLEDGMENT, ANSI837_5010_X231"})
  void aReaderMadeByOthersTakesIt(Guide guide, FileType type) throws IOException {
    for (var file : Written.all(guide).entrySet()) {
      var in = new ByteArrayInputStream(file.getValue().getBytes(StandardCharsets.UTF_8));
      var read = new com.imsweb.x12.reader.X12Reader(type, in);
      assertThat(read.getFatalErrors()).as(file.getKey()).isEmpty();
      assertThat(read.getErrors()).as(file.getKey()).isSubsetOf(BLIND_TO);
      assertThat(read.getLoops()).as(file.getKey()).isNotEmpty();
    }
  }

  @Test
  void anAcknowledgmentIsNotAcknowledged() throws IOException {
    assertThat(Written.all(Guide.ACKNOWLEDGMENT).keySet())
        .contains("837/original-two-lines", "835/one-line-denied")
        .noneMatch(name -> name.startsWith("999/"));
  }

  private static List<String> faults(String text, Schema schema) throws EDIStreamException {
    var faults = new ArrayList<String>();
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    var reader = EDIInputFactory.newFactory().createEDIStreamReader(in);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case START_TRANSACTION -> reader.setTransactionSchema(schema);
        case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
            faults.add(reader.getErrorType() + " at " + reader.getLocation());
        default -> {}
      }
    }
    return faults;
  }
}
