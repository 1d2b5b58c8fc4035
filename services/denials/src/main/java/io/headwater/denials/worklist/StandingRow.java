package io.headwater.denials.worklist;

import io.headwater.denials.standing.Decision.Line;
import io.headwater.denials.standing.Decision.Source;
import io.headwater.denials.standing.Standing;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A standing as columns, in the order in which {@link CaseStore} inserts them. */
final class StandingRow {

  private StandingRow() {}

  static Tuple columns(UUID practice, List<Standing> all) {
    return Tuple.of(practice)
        .addArrayOfString(texts(all, Standing::caseId))
        .addArrayOfString(texts(all, one -> one.source().controlNumber()))
        .addArrayOfString(texts(all, one -> one.source().payerId()))
        .addArrayOfString(texts(all, one -> one.line().key()))
        .addArrayOfString(texts(all, one -> one.state().name()))
        .addArrayOfString(texts(all, one -> one.line().procedure()))
        .addArrayOfLocalDate(
            column(all, one -> one.line().serviceDate().orElse(null), LocalDate[]::new))
        .addValue(column(all, one -> one.line().charge(), BigDecimal[]::new))
        .addArrayOfString(texts(all, one -> String.join(" ", one.codes())))
        .addArrayOfString(texts(all, one -> String.join(" ", one.remarks())))
        .addArrayOfInteger(column(all, Standing::denials, Integer[]::new))
        .addArrayOfString(texts(all, one -> one.source().claimPaymentId()))
        .addArrayOfLocalDate(column(all, one -> one.source().decidedOn(), LocalDate[]::new))
        .addArrayOfOffsetDateTime(
            column(all, one -> utc(one.source().recordedAt()), OffsetDateTime[]::new))
        .addArrayOfOffsetDateTime(instants(all, Standing::openedAt))
        .addArrayOfOffsetDateTime(instants(all, Standing::closedAt));
  }

  static Standing standing(Row row) {
    return new Standing(
        new Line(
            row.getString("line"),
            row.getString("procedure"),
            Optional.ofNullable(row.getLocalDate("service_date")),
            row.getBigDecimal("charge")),
        new Source(
            row.getString("control_number"),
            row.getString("payer_id"),
            row.getString("claim_payment_id"),
            row.getLocalDate("decided_on"),
            row.getOffsetDateTime("recorded_at").toInstant()),
        Standing.State.valueOf(row.getString("state")),
        words(row.getString("codes")),
        words(row.getString("remarks")),
        row.getInteger("denials"),
        Optional.ofNullable(row.getOffsetDateTime("opened_at")).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getOffsetDateTime("closed_at")).map(OffsetDateTime::toInstant));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static OffsetDateTime[] instants(
      List<Standing> all, Function<Standing, Optional<Instant>> column) {
    return column(
        all, one -> column.apply(one).map(StandingRow::utc).orElse(null), OffsetDateTime[]::new);
  }

  private static String[] texts(List<Standing> all, Function<Standing, String> column) {
    return column(all, column, String[]::new);
  }

  private static <T> T[] column(
      List<Standing> all, Function<Standing, T> value, IntFunction<T[]> array) {
    return all.stream().map(value).toArray(array);
  }
}
