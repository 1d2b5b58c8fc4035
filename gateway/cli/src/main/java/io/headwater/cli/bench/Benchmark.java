package io.headwater.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.cli.client.Gateway;
import io.headwater.cli.demo.DemoPractice;
import io.headwater.cli.feed.DemoFeed;
import io.headwater.cli.stack.StackOptions;
import io.headwater.cli.stack.StackStatus;
import io.headwater.cli.stack.TemporaryStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures a stack of its own: start, memory, load, and the one query; all in one run, so that
 * ratios mean something.
 */
public final class Benchmark {
  private static final String BOUNDS =
      """
      One set is written by one PostgreSQL process, in one transaction (ADR 0010); its processor time beside the whole shows how much
      of a core it had. What it writes a claim is one row of history with its index, and five of keys with theirs: the next thing to
      make cheaper. The gateway and payments each read every record once, the gateway as X12 and payments as JSON, and share what the
      database leaves of the machine.""";

  private final StackOptions options;
  private final Consumer<String> tell;

  /** Measures the applications built in the repository of these options. */
  public Benchmark(StackOptions options, Consumer<String> tell) {
    this.options = options;
    this.tell = tell;
  }

  /** Runs everything and gives the page that holds the table. */
  public String run() throws IOException, InterruptedException {
    List<Measurement> rows = new ArrayList<>();
    long from = System.nanoTime();
    try (TemporaryStack stack = TemporaryStack.start(options, tell)) {
      rows.add(
          new Measurement(
              "Start of the whole stack",
              seconds(from),
              "s",
              "empty folder to ready gateway: PostgreSQL, Kafka, six services, gateway"));
      Gateway operator = new Gateway(stack.url(), stack.operatorKey());
      Gateway practice =
          operator.as(operator.createPractice(UUID.randomUUID().toString(), "Benchmark"));
      rows.add(
          new Measurement(
              "Resident memory after the start",
              memory(stack),
              "MB",
              "all processes of the stack but its supervisor, what they share counted once"));
      Path data = stack.folder().path().resolve("demo");
      DemoPractice.Summary made = DemoPractice.generate(DemoPractice.SEED, data);
      rows.addAll(load(practice, made));
      rows.add(
          new Measurement("Resident memory after the load", memory(stack), "MB", "the same sum"));
      Gateway another =
          operator.as(operator.createPractice(UUID.randomUUID().toString(), "Benchmark, again"));
      rows.addAll(again(another, made));
      tell.accept("asking");
      JsonNode truth = new ObjectMapper().readTree(data.resolve("truth.json").toFile());
      rows.addAll(new QuestionRuns(practice, truth).measure());
      rows.add(new BulkRuns(practice, truth).measure());
      rows.addAll(remittance(operator, stack));
      rows.add(
          new Measurement(
              "Resident memory after the 835",
              memory(stack),
              "MB",
              "the same sum, 128 MB of heap a service"));
    }
    return page(rows);
  }

  private List<Measurement> remittance(Gateway operator, TemporaryStack stack) throws IOException {
    tell.accept("sending large remittances");
    Gateway practice =
        operator.as(operator.createPractice(UUID.randomUUID().toString(), "Large remittances"));
    try (Connection database = stack.administrator()) {
      return new RemittanceRuns(practice, stack.folder(), database).measure();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private List<Measurement> load(Gateway practice, DemoPractice.Summary made) throws IOException {
    tell.accept("loading " + made.claims() + " claims");
    long bytes;
    try (Stream<Path> files = Files.walk(made.folder().resolve("feed"))) {
      bytes = files.mapToLong(file -> file.toFile().length()).sum();
    }
    long from = System.nanoTime();
    DemoFeed.send(practice, made.folder());
    double seconds = seconds(from);
    return List.of(
        new Measurement(
            "Load of the demo practice",
            seconds,
            "s",
            made.files()
                + " files, 837P to 835 and bulk records, into processes that have just started"),
        new Measurement(
            "Claims loaded a second",
            made.claims() / seconds,
            "/s",
            made.claims() + " claims with all that belongs to them"),
        new Measurement(
            "Bytes loaded a second",
            bytes / seconds / 1e6,
            "MB/s",
            String.format("%.1f MB in all", bytes / 1e6)));
  }

  /** The same data into another practice: what a stack does that has been running. */
  private List<Measurement> again(Gateway practice, DemoPractice.Summary made) throws IOException {
    tell.accept("loading them again, into another practice");
    long from = System.nanoTime();
    DemoFeed.send(practice, made.folder());
    double seconds = seconds(from);
    return List.of(
        new Measurement(
            "Claims loaded a second, again",
            made.claims() / seconds,
            "/s",
            "the same data into another practice: processes that have been running"));
  }

  private static double memory(TemporaryStack stack) throws IOException, InterruptedException {
    List<Long> pids =
        new StackStatus(stack.folder())
            .lines().stream()
                .filter(line -> !line.name().equals("headwater"))
                .flatMap(line -> ProcessHandle.of(line.pid()).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .toList();
    return ResidentMemory.megabytes(pids);
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }

  private static String page(List<Measurement> rows) {
    return """
    # Benchmarks

    Written by `./headwater bench` on %s; %d cores, %s, Java %s. Everything in one run on one machine, clients
    included: compare the ratios, not the milliseconds.

    | what | value | how |
    |---|---|---|
    %s

    ## What bounds the 835

    %s
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            System.getProperty("java.version"),
            rows.stream().map(Measurement::row).collect(Collectors.joining("\n")),
            BOUNDS);
  }
}
