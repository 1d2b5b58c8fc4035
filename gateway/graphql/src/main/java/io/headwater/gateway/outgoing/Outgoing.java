package io.headwater.gateway.outgoing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.headwater.gateway.problem.ProblemKind;
import io.headwater.x12.write.Envelope;
import io.headwater.x12.write.NotWritableException;
import io.headwater.x12.write.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** From records on file to an interchange: envelope, submitter, and what cannot be written. */
final class Outgoing {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Outgoing() {}

  /** Writes an interchange. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** The bytes of an interchange; a refusal that names what is missing. */
  static byte[] write(Writing writing) throws IOException {
    var out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (NotWritableException missing) {
      throw ProblemKind.NOT_WRITABLE.with(missing.getMessage());
    }
    return out.toByteArray();
  }

  /** A record of the X12 library from what is on file. */
  static <T> T record(JsonNode onFile, Class<T> type) {
    try {
      return JSON.treeToValue(onFile, type);
    } catch (JsonProcessingException e) {
      throw ProblemKind.BODY_INVALID.with(type.getSimpleName() + " is not readable" + place(e));
    }
  }

  private static String place(JsonProcessingException e) {
    return e instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
        ? " at "
            + mapping.getPath().stream()
                .map(p -> p.getFieldName() == null ? "" + p.getIndex() : p.getFieldName())
                .reduce("", (path, step) -> path + "/" + step)
        : "";
  }

  /** From the practice to a payer, numbered by the instant. */
  static Envelope envelope(JsonNode practice, String sender, String receiver, Instant now) {
    var control = now.toEpochMilli() / 10 % 999_999_999 + 1;
    return Envelope.of(short15(sender), short15(receiver), local(practice, now), control);
  }

  /** The clock of the practice. */
  static LocalDateTime local(JsonNode practice, Instant now) {
    return LocalDateTime.ofInstant(now, zone(practice));
  }

  private static ZoneId zone(JsonNode practice) {
    try {
      return ZoneId.of(practice.path("timeZone").asText("Z"));
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  /** Who submits claims to whom. */
  static Submission submission(JsonNode practice, JsonNode claim, String batch) {
    var phone = Fill.text(practice, "phone");
    if (phone == null) {
      throw ProblemKind.NOT_WRITABLE.with(
          "the submitter's phone is missing: neither practice-profile.phone nor contactPhone");
    }
    var name = practice.path("name").asText(null);
    return new Submission(
        name,
        Fill.text(practice, "groupNpi"),
        "BILLING",
        phone.replaceAll("\\D", ""),
        Fill.text(claim, "payerName"),
        Fill.text(claim, "payerId"),
        batch);
  }

  private static String short15(String id) {
    if (id == null) {
      throw ProblemKind.NOT_WRITABLE.with("practice-profile: groupNpi is missing");
    }
    return id.length() > 15 ? id.substring(0, 15) : id;
  }
}
