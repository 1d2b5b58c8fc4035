package io.headwater.x12.write;

import static io.headwater.x12.write.Parties.required;

import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.ClaimStatusInquiry;
import io.headwater.x12.record.EligibilityInquiry;
import io.headwater.x12.write.SegmentWriter.Composite;
import io.headwater.x12.write.SegmentWriter.Repeats;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/** Writes what is asked of a payer: 270, 276 and the 278 request. */
final class InquirySets {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

  private final SegmentWriter out;
  private final Parties parties;
  private final String origin;
  private int level;

  InquirySets(SegmentWriter out, String sender) {
    this.out = out;
    this.parties = new Parties(out);
    this.origin = "9" + "%-9.9s".formatted(sender).replace(' ', '0');
  }

  void eligibility(EligibilityInquiry inquiry) throws IOException {
    var what = "inquiry " + required("inquiry", "inquiryId", inquiry.inquiryId());
    begin("0022", "13", inquiry.inquiryId(), required(what, "requestedAt", inquiry.requestedAt()));
    source("PR", inquiry.payerName(), required(what, "payerId", inquiry.payerId()));
    out.segment("HL", "2", "1", "21", "1");
    parties.name(
        "1P", inquiry.providerName(), "XX", required(what, "providerNpi", inquiry.providerNpi()));
    var self =
        inquiry.relationship() == null
            ? inquiry.subscriberName() == null
                || inquiry.subscriberName().equals(inquiry.patientName())
            : inquiry.relationship().equals("18");
    out.segment("HL", "3", "2", "22", self ? "0" : "1");
    if (self) {
      out.segment("TRN", "1", inquiry.inquiryId(), origin);
    }
    parties.person(
        "IL",
        self ? inquiry.patientName() : inquiry.subscriberName(),
        "MI",
        inquiry.memberIdSent());
    if (!self) {
      out.segment("HL", "4", "3", "23", "0");
      out.segment("TRN", "1", inquiry.inquiryId(), origin);
      parties.person("03", inquiry.patientName(), null, null);
    }
    parties.reference("EJ", inquiry.patientId());
    parties.born(inquiry.birthDate(), inquiry.sex());
    if (!self && inquiry.relationship() != null) {
      out.segment("INS", "N", inquiry.relationship());
    }
    parties.date("291", inquiry.serviceDate(), inquiry.serviceDateEnd());
    out.segment(
        "EQ",
        new Repeats(inquiry.serviceTypes().isEmpty() ? List.of("30") : inquiry.serviceTypes()));
    out.endSet();
  }

  void status(ClaimStatusInquiry inquiry, LocalDateTime at) throws IOException {
    var what = "inquiry " + required("inquiry", "inquiryId", inquiry.inquiryId());
    begin("0010", "13", inquiry.inquiryId(), at);
    source("PR", inquiry.payerName(), required(what, "payerId", inquiry.payerId()));
    out.segment("HL", "2", "1", "21", "1");
    parties.name(
        "41", inquiry.providerName(), "46", required(what, "providerNpi", inquiry.providerNpi()));
    out.segment("HL", "3", "2", "19", "1");
    parties.name("1P", inquiry.providerName(), "XX", inquiry.providerNpi());
    var member = required(what, "memberId", inquiry.memberId());
    var self = inquiry.subscriberName() == null;
    out.segment("HL", "4", "3", "22", self ? "0" : "1");
    if (self) {
      parties.born(inquiry.birthDate(), inquiry.sex());
    }
    parties.person("IL", self ? inquiry.patientName() : inquiry.subscriberName(), "MI", member);
    if (!self) {
      out.segment("HL", "5", "4", "23");
      parties.born(inquiry.birthDate(), inquiry.sex());
      parties.person("QC", inquiry.patientName(), null, null);
    }
    out.segment("TRN", "1", inquiry.inquiryId());
    parties.reference("1K", inquiry.payerControlNumber());
    parties.reference("EJ", inquiry.controlNumber());
    if (inquiry.totalCharge() != null) {
      out.segment("AMT", "T3", inquiry.totalCharge());
    }
    parties.date("472", inquiry.serviceDate(), inquiry.serviceDateEnd());
    out.endSet();
  }

  void review(Authorization request) throws IOException {
    var what = "request " + required("request", "authorizationId", request.authorizationId());
    begin(
        "0007",
        "13",
        request.authorizationId(),
        required(what, "requestedAt", request.requestedAt()));
    source("X3", request.payerName(), required(what, "payerId", request.payerId()));
    out.segment("HL", "2", "1", "21", "1");
    parties.name(
        "1P",
        request.requesterName(),
        "XX",
        required(what, "requesterNpi", request.requesterNpi()));
    out.segment("HL", "3", "2", "22", "1");
    var self = request.subscriberName() == null;
    parties.person(
        "IL",
        self ? request.patientName() : request.subscriberName(),
        "MI",
        required(what, "memberId", request.memberId()));
    level = 3;
    if (!self) {
      out.segment("HL", ++level, level - 1, "23", "1");
      parties.person("QC", request.patientName(), null, null);
    }
    parties.reference("EJ", request.patientId());
    parties.born(request.birthDate(), request.sex());
    var event = ++level;
    out.segment("HL", event, event - 1, "EV", request.lines().isEmpty() ? "0" : "1");
    out.segment("TRN", "1", request.authorizationId(), origin);
    out.segment(
        "UM",
        Objects.requireNonNullElse(request.requestCategory(), "HS"),
        Objects.requireNonNullElse(request.certification(), "I"),
        request.serviceType(),
        request.placeOfService() == null ? null : Composite.of(request.placeOfService(), "B"));
    parties.reference("BB", previous(request, what));
    parties.diagnoses(request.diagnoses());
    for (var npi : request.servicingProviders()) {
      if (request.lines().stream().noneMatch(l -> l.servicingProviders().contains(npi))) {
        servicing(npi);
      }
    }
    for (var line : request.lines()) {
      service(line, event, what);
    }
    out.endSet();
  }

  /** A revision, extension or cancellation names the authorization that it is about. */
  private static String previous(Authorization request, String what) {
    return switch (Objects.requireNonNullElse(request.certification(), "I")) {
      case "S", "E", "3" ->
          required(what, "the number of the authorization it is about", request.number());
      default -> request.number();
    };
  }

  private void servicing(String npi) throws IOException {
    out.segment("NM1", "SJ", "1", null, null, null, null, null, "XX", npi);
  }

  private void service(Authorization.Line line, int event, String what) throws IOException {
    out.segment("HL", ++level, event, "SS", "0");
    out.segmentIfAny("UM", line.requestCategory(), line.certification(), line.serviceType());
    parties.date("472", line.effective(), line.expires());
    if (!line.procedures().isEmpty()) {
      var units = "VISIT".equals(line.unitType()) ? null : line.authorized();
      out.segment(
          "SV1",
          procedures(line),
          null,
          "UN",
          Objects.requireNonNullElse(units, line.authorized()));
    }
    if (line.authorized() != null) {
      out.segment("HSD", quantity(line.unitType(), what), line.authorized());
    }
    for (var npi : line.servicingProviders()) {
      servicing(npi);
    }
  }

  /** One code, or the two ends of a range. */
  private static Composite procedures(Authorization.Line line) {
    if (line.procedures().size() == 1) {
      return Parties.procedure(line.procedures().getFirst(), line.modifiers());
    }
    return Composite.of(
        "HC", line.procedures().getFirst(), null, null, null, null, null, line.procedures().get(1));
  }

  private static String quantity(String unitType, String what) {
    return switch (Objects.requireNonNullElse(unitType, "")) {
      case "VISIT" -> "VS";
      case "UNIT" -> "FL";
      case "HOUR" -> "HS";
      case "DAY" -> "DY";
      default -> throw new NotWritableException(what + ": the unit type of a service is missing");
    };
  }

  private void begin(String purpose, String action, String id, LocalDateTime at)
      throws IOException {
    out.beginSet();
    out.segment("BHT", purpose, action, id, at.toLocalDate(), TIME.format(at));
  }

  private void source(String role, String name, String id) throws IOException {
    out.segment("HL", "1", null, "20", "1");
    parties.organisation(role, name, "PI", id);
  }
}
