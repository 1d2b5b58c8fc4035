package io.headwater.cli.bench;

import io.headwater.cli.client.Gateway;
import io.headwater.cli.client.GatewayProblem;
import io.headwater.cli.client.Reply;
import io.headwater.cli.client.SentFile;
import io.headwater.cli.stack.StackFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * One large 835 from the door to committed rows, and beside it what bounds it: PostgreSQL's own
 * COPY of the very same rows into tables that are made alike, and one look at every byte of the
 * file.
 */
final class RemittanceRuns {
  private static final int CLAIMS = 100_000;
  private static final int TO_WARM_UP = 20_000;

  private final Gateway practice;
  private final StackFolder stack;
  private final Path folder;
  private final Connection database;

  RemittanceRuns(Gateway practice, StackFolder stack, Connection database) {
    this.practice = practice;
    this.stack = stack;
    this.folder = stack.path();
    this.database = database;
  }

  List<Measurement> measure() throws IOException, SQLException {
    send("WARM", TO_WARM_UP);
    Map<String, Double> before = ProcessorTime.seconds(stack);
    double seconds = send("LARGE", CLAIMS);
    Map<String, Double> after = ProcessorTime.seconds(stack);
    Path file = folder.resolve("LARGE.835");
    double scan = scan(file);
    double copy = copy();
    double claims = CLAIMS / seconds;
    List<Measurement> rows = new ArrayList<>();
    Collections.addAll(
        rows,
        new Measurement(
            "835 of 100,000 claims",
            seconds,
            "s",
            String.format(
                "one transaction set of %.0f MB, from the first byte at the door to the answer, all or nothing",
                Files.size(file) / 1e6)),
        new Measurement(
            "Its claims a second", claims, "/s", "two lines and three adjustments a claim"),
        new Measurement(
            "COPY of the same rows",
            CLAIMS / copy,
            "/s",
            "the floor: history and keys into empty tables with the same indexes, no policies, no events"),
        new Measurement("835 to COPY", claims * copy / CLAIMS, "×", "ratio of the two"),
        new Measurement(
            "A scan of the same file",
            Files.size(file) / scan / 1e6,
            "MB/s",
            "the floor of reading: segments counted, byte by byte"));
    for (String part : List.of("postgres", "payments", "gateway")) {
      rows.add(
          new Measurement(
              "Processor time of " + part,
              after.getOrDefault(part, 0.0) - before.getOrDefault(part, 0.0),
              "s",
              "while the 835 was taken in"));
    }
    return rows;
  }

  private double send(String trace, int claims) throws IOException {
    Path file = folder.resolve(trace + ".835");
    LargeRemittance.write(file, trace, claims);
    long from = System.nanoTime();
    Reply reply = practice.x12(new SentFile(file), Optional.empty());
    double seconds = (System.nanoTime() - from) / 1e9;
    int records =
        reply
            .body()
            .path("interchanges")
            .path(0)
            .path("transactions")
            .path(0)
            .path("records")
            .asInt();
    if (reply.status() != 201 || records != claims + 1) {
      throw new GatewayProblem("The large 835 was not accepted: " + reply.problem());
    }
    return seconds;
  }

  private static double scan(Path file) throws IOException {
    long from = System.nanoTime();
    long segments = 0;
    byte[] bytes = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int some = in.read(bytes); some >= 0; some = in.read(bytes)) {
        for (int i = 0; i < some; i++) {
          if (bytes[i] == '~') {
            segments++;
          }
        }
      }
    }
    if (segments < CLAIMS) {
      throw new IllegalStateException("segments: " + segments);
    }
    return (System.nanoTime() - from) / 1e9;
  }

  private double copy() throws SQLException, IOException {
    CopyManager copies = database.unwrap(PGConnection.class).getCopyAPI();
    double seconds = 0;
    for (String table : List.of("fact", "fact_key")) {
      Path rows = folder.resolve(table + ".rows");
      try (var out = Files.newOutputStream(rows)) {
        copies.copyOut(
            "copy (select * from payments."
                + table
                + " where id like '%-LARGE-%') to stdout (format binary)",
            out);
      }
      run("create table public." + table + "(like payments." + table + " including all)");
      long from = System.nanoTime();
      try (InputStream in = Files.newInputStream(rows)) {
        copies.copyIn("copy public." + table + " from stdin (format binary)", in, 1 << 16);
      }
      seconds += (System.nanoTime() - from) / 1e9;
      run("drop table public." + table);
    }
    return seconds;
  }

  private void run(String statement) throws SQLException {
    try (var sql = database.createStatement()) {
      sql.execute(statement);
    }
  }
}
