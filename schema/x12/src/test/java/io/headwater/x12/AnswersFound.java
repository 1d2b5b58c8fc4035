package io.headwater.x12;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.x12.OpenFilesTest.Row;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.Authorization.Status;
import io.headwater.x12.record.ClaimStatusInquiry;
import io.headwater.x12.record.EligibilityInquiry;
import io.headwater.x12.record.EligibilityResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what was asked of payers and what they answered to what another found. */
final class AnswersFound {
  private static final Map<String, Status> WORDS =
      Map.of(
          "A1", Status.APPROVED,
          "A2", Status.PARTIAL,
          "A3", Status.DENIED,
          "A4", Status.PENDED,
          "A6", Status.MODIFIED,
          "C", Status.CANCELLED);

  private final Deviations held;

  AnswersFound(Deviations held) {
    this.held = held;
  }

  void inquiries(List<Row> rows, List<EligibilityInquiry> inquiries) {
    held.count("270");
    var row = rows.getFirst().fields();
    held.same(
        "EQ",
        row.get("eq").valueStream().map(JsonNode::asText).toList(),
        inquiries.stream().flatMap(i -> i.serviceTypes().stream()).toList());
    held.same(
        "TRN",
        row.at("/trn/0/1").asText(),
        inquiries.isEmpty() ? "" : Deviations.text(inquiries.getFirst().inquiryId()));
  }

  void asked(List<Row> rows, List<ClaimStatusInquiry> inquiries) {
    held.count("276");
    held.same(
        "TRN", traces(rows), inquiries.stream().map(i -> Deviations.text(i.inquiryId())).toList());
  }

  private static List<String> traces(List<Row> rows) {
    return rows.getFirst().fields().get("trn").valueStream().map(t -> t.get(1).asText()).toList();
  }

  void responses(List<Row> rows, List<EligibilityResponse> responses) {
    held.count("271");
    var row = rows.getFirst().fields();
    held.same(
        "EB",
        row.get("eb")
            .valueStream()
            .map(
                e ->
                    e.get(0).asText()
                        + "/"
                        + e.get(1).asText()
                        + "/"
                        + e.get(2).asText().replace('>', '^')
                        + "/"
                        + e.get(3).asText()
                        + "/"
                        + e.get(4).asText()
                        + "/"
                        + Deviations.plain(e.get(5).asText())
                        + "/"
                        + Deviations.plain(e.get(6).asText())
                        + "/"
                        + e.get(7).asText())
            .toList(),
        responses.stream()
            .flatMap(r -> r.benefits().stream())
            .map(
                b ->
                    Deviations.text(b.information())
                        + "/"
                        + Deviations.text(b.coverageLevel())
                        + "/"
                        + String.join("^", b.serviceTypes())
                        + "/"
                        + Deviations.text(b.insuranceType())
                        + "/"
                        + Deviations.text(b.period())
                        + "/"
                        + plain(b.amount())
                        + "/"
                        + plain(b.percent())
                        + "/"
                        + Deviations.text(b.inNetwork()))
            .toList());
    held.same(
        "AAA",
        row.get("aaa").valueStream().map(a -> a.get(1).asText()).toList(),
        responses.stream().flatMap(r -> r.rejectReasons().stream()).toList());
    held.same(
        "AAA04",
        row.get("aaa").valueStream().map(a -> a.get(2).asText()).toList(),
        responses.stream().flatMap(r -> r.followUp().stream()).toList());
    var traced = traces(rows);
    held.same(
        "TRN02",
        traced,
        traced.isEmpty() ? traced : responses.stream().map(EligibilityResponse::checkId).toList());
  }

  void statuses(List<Row> rows, List<Acknowledgment> statuses) {
    held.count("277");
    var row = rows.getFirst().fields();
    var found = row.get("stc").valueStream().flatMap(AnswersFound::statuses).toList();
    var read =
        statuses.stream().flatMap(s -> s.statuses().stream()).map(AnswersFound::status).toList();
    if (row.get("version").asText().startsWith("005010X214")) {
      found = runs(found);
      read = runs(read);
      found = found.subList(Math.max(0, found.size() - read.size()), found.size());
    }
    held.same("STC", found, read);
    amounts(row.get("stc").valueStream().toList(), statuses);
    var traces = traces(rows).iterator();
    for (var status : statuses) {
      var trace = status.traceNumber() == null ? status.controlNumber() : status.traceNumber();
      if (trace != null) {
        held.count("TRN of a 277");
        held.same("TRN02 " + trace, true, follows(traces, trace));
      }
    }
  }

  /** Whether a number comes, sooner or later, in what is left. */
  private static boolean follows(Iterator<String> left, String wanted) {
    while (left.hasNext()) {
      if (left.next().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** STC04 and STC05 of the first status of each claim; the last of them are the claims'. */
  private void amounts(List<JsonNode> found, List<Acknowledgment> statuses) {
    var last = found.size();
    for (var claim : statuses.reversed()) {
      var first = last;
      for (var taken = 0; taken < claim.statuses().size(); ) {
        taken += (int) statuses(found.get(--first)).count();
      }
      last = first;
      held.amount("STC04", found.get(first).get(3), claim.amount());
      held.amount("STC05", found.get(first).get(4), claim.paid());
    }
  }

  /** A segment holds up to three statuses (STC01, STC10, STC11), of one date and action. */
  private static Stream<String> statuses(JsonNode stc) {
    return Stream.of(0, 5, 6)
        .map(stc::path)
        .map(JsonNode::asText)
        .filter(composite -> !composite.isEmpty())
        .map(
            composite -> {
              var parts = Arrays.copyOf(composite.split("[:>]", -1), 3);
              return Stream.of(parts).map(Deviations::text).collect(Collectors.joining(":"))
                  + "/"
                  + stc.get(1).asText()
                  + "/"
                  + stc.get(2).asText();
            });
  }

  private static String status(Acknowledgment.Status status) {
    return Deviations.text(status.category())
        + ":"
        + Deviations.text(status.status())
        + ":"
        + Deviations.text(status.entity())
        + "/"
        + Deviations.day(status.date())
        + "/"
        + Deviations.text(status.action());
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? "" : Deviations.plain(amount.toPlainString());
  }

  void authorizations(List<Row> rows, List<Authorization> authorizations) {
    held.count("278");
    var row = rows.getFirst().fields();
    var number = row.at("/hcr/0/1").asText();
    held.same(
        "HCR02",
        number,
        authorizations.isEmpty() || number.isEmpty()
            ? number
            : Deviations.text(authorizations.getFirst().number()));
    held.same(
        "UM01",
        row.at("/um/0/0").asText(),
        authorizations.isEmpty()
            ? ""
            : Deviations.text(authorizations.getFirst().requestCategory()));
    held.same(
        "UM02",
        row.at("/um/0/1").asText(),
        authorizations.isEmpty() ? "" : Deviations.text(authorizations.getFirst().certification()));
    var trace = row.at("/trn/0/1").asText();
    held.same(
        "TRN02",
        trace,
        authorizations.isEmpty() || trace.isEmpty()
            ? trace
            : Deviations.text(authorizations.getFirst().authorizationId()));
    if (authorizations.size() == 1) {
      event(row, authorizations.getFirst());
    }
  }

  /** Each UM and HCR: the event's, then those of its services. */
  private void event(JsonNode row, Authorization read) {
    var found = row.get("um").valueStream().toList();
    if (!found.isEmpty()) {
      held.same("UM03", found.getFirst().get(2).asText(), Deviations.text(read.serviceType()));
      held.same(
          "UM04",
          found.getFirst().get(3).asText().split("[:>]")[0],
          Deviations.text(read.placeOfService()));
      held.same(
          "UM of services",
          found.stream()
              .skip(1)
              .map(u -> u.get(0).asText() + u.get(1).asText() + u.get(2).asText())
              .toList(),
          read.lines().stream()
              .filter(l -> l.requestCategory() != null)
              .map(l -> l.requestCategory() + l.certification() + Deviations.text(l.serviceType()))
              .toList());
    }
    var decided = row.get("hcr").valueStream().toList();
    if (read.response() && !decided.isEmpty()) {
      held.count("HCR");
      held.same("HCR01", WORDS.get(decided.getFirst().get(0).asText()), read.status());
      held.same(
          "HCR of services",
          decided.stream()
              .skip(1)
              .map(h -> WORDS.get(h.get(0).asText()) + " " + h.get(1).asText())
              .toList(),
          read.lines().stream()
              .filter(l -> l.status() != null && services(row, read) > 0)
              .map(l -> l.status() + " " + Deviations.text(l.number()))
              .toList());
      held.same(
          "HCR03",
          decided.stream()
              .map(h -> h.get(2).asText())
              .filter(r -> !r.isEmpty())
              .findFirst()
              .orElse(""),
          Deviations.text(read.denialReason()));
    }
    held.same(
        "services",
        row.get("hl").valueStream().filter(h -> h.get(2).asText().equals("SS")).count(),
        (long) services(row, read));
  }

  /** The lines, unless the only one stands for an event that names no service. */
  private static int services(JsonNode row, Authorization read) {
    var named = row.get("hl").valueStream().anyMatch(h -> h.get(2).asText().equals("SS"));
    return named ? read.lines().size() : Math.max(0, read.lines().size() - 1);
  }

  void answers(List<Row> rows, List<Acknowledgment> answers) {
    held.count("999");
    var row = rows.getFirst().fields();
    for (var answer : answers) {
      held.same("AK101", row.at("/ak1/0").asText(), Deviations.text(answer.functionalId()));
      held.same("AK102", row.at("/ak1/1").asText(), Deviations.text(answer.group()));
    }
    held.same(
        "IK3",
        row.get("ik3")
            .valueStream()
            .map(e -> e.get(0).asText() + " " + e.get(1).asText() + " " + e.path(3).asText(""))
            .toList(),
        answers.stream()
            .flatMap(a -> a.errors().stream())
            .filter(e -> e.element() == null)
            .map(e -> e.segment() + " " + e.position() + " " + Deviations.text(e.code()))
            .toList());
    held.same(
        "IK4",
        row.get("ik4")
            .valueStream()
            .map(e -> e.get(0).asText().split("[:>]")[0] + " " + e.path(2).asText(""))
            .toList(),
        answers.stream()
            .flatMap(a -> a.errors().stream())
            .filter(e -> e.element() != null)
            .map(e -> e.element() + " " + Deviations.text(e.code()))
            .toList());
    held.same(
        "AK202",
        row.get("ak2").valueStream().map(a -> a.get(1).asText()).toList(),
        answers.stream().map(a -> Deviations.text(a.transaction())).toList());
    held.same(
        "IK501",
        row.get("ik5").valueStream().map(a -> a.get(0).asText()).toList(),
        answers.stream().map(a -> Deviations.text(a.category())).toList());
    held.same(
        "IK502",
        row.get("ik5").valueStream().map(a -> a.path(1).asText("")).toList(),
        answers.stream().map(a -> Deviations.text(a.status())).toList());
    held.same(
        "AK9",
        List.of(row.at("/ak9/2").asInt(), row.at("/ak9/3").asInt()),
        List.of(answers.size(), (int) answers.stream().filter(Acknowledgment::accepted).count()));
  }

  private static List<String> runs(List<String> values) {
    var runs = new ArrayList<String>();
    for (var value : values) {
      if (runs.isEmpty() || !runs.getLast().equals(value)) {
        runs.add(value);
      }
    }
    return runs;
  }
}
