package io.headwater.gateway.x12;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.headwater.vocabulary.Owner;
import io.headwater.x12.ReadRecord;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.ClaimStatusInquiry;
import io.headwater.x12.record.Diagnoses;
import io.headwater.x12.record.EligibilityInquiry;
import io.headwater.x12.record.EligibilityResponse;
import io.headwater.x12.record.Remittance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A record read from X12 in the two forms that leave this door: as it was read, for a partner who
 * holds our reading against the file, and as the fact that its owner keeps. Amounts are decimal
 * strings, missing fields are left out.
 */
final class ReadForms {

  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(BigDecimal.class, new PlainText())
                  .addSerializer(LocalDateTime.class, new AtUtc()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private final ObjectWriter payments =
      json.writerFor(ClaimPayment.class).without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  /** A fact on its way to its owner. */
  record OwnedFact(Owner owner, String kind, ObjectNode record) {}

  /** The mapper that writes these forms. */
  ObjectMapper json() {
    return json;
  }

  /** The record as it was read, with where it stands in the file. */
  ObjectNode line(ReadRecord read) {
    ObjectNode record = json.valueToTree(read.record());
    switch (read.record()) {
      case Claim claim -> {
        record.put("subscriberId", claim.memberId());
        numbered(record);
      }
      case Acknowledgment acknowledgment -> {
        record.put("kind", acknowledgment.type());
        String subject = subject(acknowledgment);
        if (subject != null) {
          record.put("controlNumber", subject);
        }
      }
      case Authorization _,
          ClaimPayment _,
          ClaimStatusInquiry _,
          EligibilityInquiry _,
          EligibilityResponse _,
          Remittance _ -> {}
    }
    ObjectNode line = json.createObjectNode();
    line.put("kind", read.kind());
    line.put("interchange", read.interchange());
    line.put("transaction", read.transaction());
    line.put("segment", read.segment());
    line.set("record", record);
    return line;
  }

  /**
   * Writes the line by which an owner is sent the record; writes nothing for what no service keeps.
   * A claim payment, of which there may be a hundred thousand in a file, goes without the detour.
   *
   * @param recordedAt when the practice learned it
   * @return the owner
   */
  Optional<Owner> write(ReadRecord read, String recordedAt, ByteArrayOutputStream out) {
    try {
      if (read.record() instanceof ClaimPayment payment && asRead(payment)) {
        envelope(read.kind(), recordedAt, out);
        payments.writeValue(out, payment);
        out.write('}');
        out.write('\n');
        return Optional.of(Owner.PAYMENTS);
      }
      var fact = fact(read);
      if (fact.isPresent()) {
        envelope(fact.get().kind(), recordedAt, out);
        out.writeBytes(json.writeValueAsBytes(fact.get().record()));
        out.write('}');
        out.write('\n');
      }
      return fact.map(OwnedFact::owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void envelope(String kind, String recordedAt, ByteArrayOutputStream out) {
    out.writeBytes(
        ("{\"kind\":\"" + kind + "\",\"recordedAt\":\"" + recordedAt + "\",\"record\":")
            .getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether the fact says what was read and nothing else. */
  private static boolean asRead(ClaimPayment payment) {
    return payment.corrected() == null
        && payment.crossoverId() == null
        && payment.crossoverName() == null;
  }

  /** The record as the fact that its owner keeps; empty for what no service keeps. */
  Optional<OwnedFact> fact(ReadRecord read) {
    ObjectNode record = json.valueToTree(read.record());
    return switch (read.record()) {
      case Claim claim -> {
        numbered(record);
        record.set("diagnoses", dotted(claim.diagnoses()));
        yield of(Owner.CLAIMS, "claim", record);
      }
      case Acknowledgment acknowledgment -> {
        ArrayNode errors = record.putArray("errors");
        acknowledgment.errors().forEach(error -> errors.add(told(error)));
        yield of(Owner.CLAIMS, acknowledgment.kind(), record);
      }
      case EligibilityInquiry _ -> of(Owner.ELIGIBILITY, "eligibility-inquiry", record);
      case EligibilityResponse _ -> of(Owner.ELIGIBILITY, "eligibility-check", record);
      case Authorization authorization -> {
        record.remove("response");
        record.set("diagnoses", dotted(authorization.diagnoses()));
        yield of(Owner.AUTHORIZATIONS, "authorization", record);
      }
      case Remittance _ -> of(Owner.PAYMENTS, "remittance", record);
      case ClaimPayment payment -> {
        if (payment.corrected() != null && payment.corrected().memberId() != null) {
          record.put("correctedMemberId", payment.corrected().memberId());
        }
        rename(record, "crossoverId", "crossoverPayerId");
        rename(record, "crossoverName", "crossoverPayerName");
        yield of(Owner.PAYMENTS, "claim-payment", record);
      }
      case ClaimStatusInquiry _ -> Optional.empty();
    };
  }

  private static Optional<OwnedFact> of(Owner owner, String kind, ObjectNode record) {
    return Optional.of(new OwnedFact(owner, kind, record));
  }

  /** What an acknowledgment speaks of: a claim, else a transaction set or interchange. */
  private static String subject(Acknowledgment acknowledgment) {
    if (acknowledgment.controlNumber() != null) {
      return acknowledgment.controlNumber();
    }
    return acknowledgment.transaction() != null
        ? acknowledgment.transaction()
        : acknowledgment.interchange();
  }

  /** A fault of a 999 in one text: segment, position, element, code; never the value. */
  private static String told(Acknowledgment.SyntaxError error) {
    return error.segment()
        + " "
        + error.position()
        + (error.element() == null ? "" : " element " + error.element())
        + " code "
        + error.code();
  }

  /** Line numbers and diagnosis pointers are ordinals. */
  private static void numbered(ObjectNode claim) {
    for (var line : claim.path("lines")) {
      ordinal((ObjectNode) line);
      if (line.path("diagnosisPointers") instanceof ArrayNode pointers) {
        for (int i = 0; i < pointers.size(); i++) {
          String text = pointers.get(i).asText();
          if (text.matches("\\d{1,2}")) {
            pointers.set(i, Integer.parseInt(text));
          }
        }
      }
    }
  }

  private static void ordinal(ObjectNode line) {
    String text = line.path("number").asText("");
    if (text.matches("\\d{1,6}")) {
      line.put("number", Integer.parseInt(text));
    }
  }

  private ArrayNode dotted(java.util.List<String> codes) {
    ArrayNode dotted = json.createArrayNode();
    Diagnoses.dotted(codes).forEach(dotted::add);
    return dotted;
  }

  private static void rename(ObjectNode record, String from, String to) {
    if (record.has(from)) {
      record.set(to, record.remove(from));
    }
  }

  /** Amounts as the decimal text that they came in, without exponent. */
  private static final class PlainText extends JsonSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toPlainString());
    }
  }

  /** X12 names no zone: the time of the sender is taken for UTC. */
  private static final class AtUtc extends JsonSerializer<LocalDateTime> {
    @Override
    public void serialize(LocalDateTime value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toInstant(ZoneOffset.UTC).toString());
    }
  }
}
