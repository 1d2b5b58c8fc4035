package io.headwater.x12;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.x12.OpenFilesTest.Row;
import io.headwater.x12.TransactionResult.Status;
import io.headwater.x12.X12File.Transaction;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.ClaimStatusInquiry;
import io.headwater.x12.record.EligibilityInquiry;
import io.headwater.x12.record.EligibilityResponse;
import io.headwater.x12.record.Remittance;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds what was read to what another found. */
final class FactsFound {
  /** A fault of the envelope as the other names it, and the words in which it is told here. */
  private static final Map<String, String> TOLD =
      Map.ofEntries(
          Map.entry("SE01", "SE01 counts"),
          Map.entry("SE02", "SE02 is not"),
          Map.entry("SE missing", "ends without SE"),
          Map.entry("GE01", "GE01 counts"),
          Map.entry("GE02", "GE02 is not"),
          Map.entry("GE missing", "GE is missing"),
          Map.entry("IEA01", "IEA01 counts"),
          Map.entry("IEA02", "IEA02 is not"),
          Map.entry("no IEA", "IEA is missing"),
          Map.entry("ISA not fixed width", "wide, not 106"),
          Map.entry("junk before ISA", "characters before ISA"),
          Map.entry("last segment lacks", "lacks its terminator"));

  private final Deviations held;
  private final ClaimsFound claims;
  private final PaymentsFound payments;
  private final AnswersFound answers;
  private final Map<String, Integer> seen = new TreeMap<>();

  FactsFound(Deviations held) {
    this.held = held;
    this.claims = new ClaimsFound(held);
    this.payments = new PaymentsFound(held);
    this.answers = new AnswersFound(held);
  }

  void compare(String file, List<Row> rows, X12File read) {
    held.at(file);
    seen.clear();
    var facts = rows.getFirst().fields();
    held.same("interchanges", facts.get("interchanges").asInt(), read.summary().interchanges());
    held.same("transactions", facts.get("transactions").asInt(), read.summary().transactions());
    held.same("segments", facts.get("segments").asLong(), read.summary().segments());
    var sets = rows.stream().filter(r -> r.kind().equals("TX")).toList();
    var payments = rows.stream().filter(r -> r.kind().equals("PAYMENT")).toList();
    var heads = Stream.concat(sets.stream(), payments.stream()).toList();
    held.same("sets listed", heads.size(), read.transactions().size());
    acknowledgments(
        rows.stream().filter(r -> r.kind().equals("TA1")).toList(), read.acknowledgments());
    envelope(facts, read);
    for (var transaction : read.transactions()) {
      transaction(rows, transaction);
    }
  }

  /** Every fault of an envelope that another found is told, as often as it was found. */
  private void envelope(JsonNode facts, X12File read) {
    var told =
        Stream.of(
                read.warnings().stream().map(X12Warning::message),
                read.unreadable().stream().map(X12Warning::message),
                read.transactions().stream()
                    .flatMap(t -> t.result().errors().stream())
                    .map(X12Error::message))
            .flatMap(Function.identity())
            .toList();
    var issues =
        Stream.concat(
                facts.get("envelope_issues").valueStream(), facts.get("tolerable").valueStream())
            .map(JsonNode::asText)
            .filter(i -> !i.contains("ISA16 at 104, expected 104"))
            .toList();
    TOLD.forEach(
        (issue, words) -> {
          var found = issues.stream().filter(i -> i.startsWith(issue)).count();
          var heard = told.stream().filter(m -> m.contains(words)).count();
          if (found > heard && !sameNumber(issues, issue)) {
            held.same(issue, found, heard);
          }
          if (found > 0) {
            held.count("envelope faults");
          }
        });
  }

  /** Leading zeros make no other number. */
  private static boolean sameNumber(List<String> issues, String issue) {
    return issues.stream()
        .filter(i -> i.startsWith(issue))
        .map(i -> i.split(" "))
        .allMatch(w -> w.length > 4 && Numbers.same(w[1], w[4].replaceAll("\\D", "")));
  }

  private void transaction(List<Row> rows, Transaction transaction) {
    var header = transaction.result().header();
    var isa = String.valueOf(header.interchange().ordinal());
    var mine =
        nth(
            rows.stream()
                .filter(
                    r ->
                        r.isa().equals(isa)
                            && r.set().equals(Objects.toString(header.controlNumber(), ""))
                            && header
                                .group()
                                .map(g -> r.group().equals(Objects.toString(g.controlNumber(), "")))
                                .orElse(true))
                .toList(),
            isa
                + "/"
                + header.group().map(FunctionalGroup::controlNumber)
                + "/"
                + header.controlNumber());
    held.at(rows.getFirst().file() + " " + isa + "/" + header.controlNumber());
    held.count("listed");
    for (var row : mine) {
      if (row.kind().equals("TX")) {
        var version = row.fields().path("version").asText(row.fields().path("type").asText());
        held.same("version", version, header.version());
        if (row.fields().has("segments")) {
          held.same(
              "segments of the set",
              row.fields().get("segments").asInt(),
              transaction.result().segments());
        }
      }
    }
    if (transaction.result().status() == Status.QUARANTINED) {
      held.count("quarantined");
      return;
    }
    switch (header.set()) {
      case "837" -> {
        claims.claims(only(mine, "CLM"), all(transaction, Claim.class));
        claims.batch(only(mine, "TX"), all(transaction, Claim.class));
      }
      case "835" -> {
        payments.payments(only(mine, "CLP"), all(transaction, ClaimPayment.class));
        payments.remittances(only(mine, "PAYMENT"), all(transaction, Remittance.class));
      }
      case "270" -> answers.inquiries(only(mine, "TX"), all(transaction, EligibilityInquiry.class));
      case "276" -> answers.asked(only(mine, "TX"), all(transaction, ClaimStatusInquiry.class));
      case "271" ->
          answers.responses(only(mine, "TX"), all(transaction, EligibilityResponse.class));
      case "277" -> answers.statuses(only(mine, "TX"), all(transaction, Acknowledgment.class));
      case "278" -> answers.authorizations(only(mine, "TX"), all(transaction, Authorization.class));
      case "999" -> answers.answers(only(mine, "TX"), all(transaction, Acknowledgment.class));
      default -> {}
    }
  }

  private void acknowledgments(List<Row> rows, List<ReadRecord> read) {
    held.same("TA1", rows.size(), read.size());
    for (var i = 0; i < Math.min(rows.size(), read.size()); i++) {
      held.count("TA1");
      var acknowledgment = (Acknowledgment) read.get(i).record();
      held.same("TA101", rows.get(i).key(), Deviations.text(acknowledgment.interchange()));
      held.same(
          "TA104",
          rows.get(i).fields().get("ack").asText(),
          Deviations.text(acknowledgment.category()));
      held.same(
          "TA105",
          rows.get(i).fields().get("note").asText(),
          Deviations.text(acknowledgment.status()));
    }
  }

  private static List<Row> only(List<Row> rows, String kind) {
    return rows.stream().filter(r -> r.kind().equals(kind)).toList();
  }

  /**
   * The rows of the set at hand, where several of an interchange carry the same numbers; each ends
   * with its head.
   */
  private List<Row> nth(List<Row> rows, String set) {
    var number = seen.merge(set, 1, Integer::sum);
    var start = 0;
    for (var i = 0; i < rows.size(); i++) {
      if (rows.get(i).kind().equals("TX") || rows.get(i).kind().equals("PAYMENT")) {
        if (--number == 0) {
          return rows.subList(start, i + 1);
        }
        start = i + 1;
      }
    }
    return List.of();
  }

  private static <T> List<T> all(Transaction transaction, Class<T> type) {
    return transaction.records().stream()
        .map(ReadRecord::record)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
