package io.headwater.denials.standing;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.denials.standing.Decision.Denied;
import io.headwater.denials.standing.Decision.Line;
import io.headwater.denials.standing.Decision.Reversed;
import io.headwater.denials.standing.Decision.Settled;
import io.headwater.denials.standing.Decision.Source;
import io.headwater.vocabulary.Adjustment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the decisions out of the record {@code claim-payment} (one CLP of an 835). */
public final class ClaimPayment {

  private static final String REVERSAL = "22";
  private static final String PREDETERMINATION = "25";
  private static final String WHOLE_CLAIM = "claim";

  private ClaimPayment() {}

  /**
   * The decisions of one claim payment, in the order of its lines.
   *
   * @param record the record as payments announced it
   * @param recordedAt when the practice learned it
   */
  public static List<Decision> decisions(JsonNode record, Instant recordedAt) {
    var source =
        new Source(
            record.path("controlNumber").asText(),
            record.path("payerId").asText(""),
            record.path("claimPaymentId").asText(),
            date(record.path("paymentDate"))
                .orElseGet(() -> LocalDate.ofInstant(recordedAt, ZoneOffset.UTC)),
            recordedAt);
    return switch (record.path("status").asText()) {
      case REVERSAL -> List.of(new Reversed(source));
      case PREDETERMINATION -> List.of();
      default -> record.path("lines").isEmpty() ? claim(source, record) : lines(source, record);
    };
  }

  private static List<Decision> claim(Source source, JsonNode record) {
    var line = new Line(WHOLE_CLAIM, "", Optional.empty(), amount(record.path("charge")));
    return List.of(decision(source, line, record, adjustments(record)));
  }

  private static List<Decision> lines(Source source, JsonNode record) {
    var whole = adjustments(record);
    var seen = new HashMap<String, Integer>();
    var decisions = new ArrayList<Decision>();
    for (var node : record.path("lines")) {
      var key = key(node);
      var times = seen.merge(key, 1, Integer::sum);
      var line =
          new Line(
              times == 1 ? key : key + "#" + times,
              billed(node),
              date(node.path("serviceDate")),
              amount(node.path("charge")));
      var own = adjustments(node);
      decisions.add(decision(source, line, node, own.isEmpty() ? whole : own));
    }
    return decisions;
  }

  private static Decision decision(
      Source source, Line line, JsonNode said, List<Adjustment> adjustments) {
    if (!Adjustment.denied(amount(said.path("paid")), adjustments)) {
      return new Settled(source, line);
    }
    var codes =
        adjustments.stream()
            .filter(Adjustment::denies)
            .map(adjustment -> adjustment.group() + "-" + adjustment.reason())
            .distinct()
            .toList();
    return new Denied(source, line, codes, texts(said.path("remarks")));
  }

  /** The payer may answer with a procedure of its own; the line is known by what was submitted. */
  private static String billed(JsonNode line) {
    return line.path("submittedProcedure").asText(line.path("procedure").asText(""));
  }

  private static String key(JsonNode line) {
    if (line.hasNonNull("lineControl")) {
      return line.get("lineControl").asText();
    }
    return String.join(
        "|",
        billed(line),
        String.join(",", texts(line.path("modifiers"))),
        line.path("serviceDate").asText(""));
  }

  private static List<Adjustment> adjustments(JsonNode owner) {
    return StreamSupport.stream(owner.path("adjustments").spliterator(), false)
        .map(
            adjustment ->
                new Adjustment(
                    adjustment.path("group").asText(),
                    adjustment.path("reason").asText(),
                    amount(adjustment.path("amount"))))
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static BigDecimal amount(JsonNode value) {
    return new BigDecimal(value.asText("0"));
  }

  private static Optional<LocalDate> date(JsonNode value) {
    return value.isTextual() ? Optional.of(LocalDate.parse(value.asText())) : Optional.empty();
  }
}
