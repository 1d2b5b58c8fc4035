package io.headwater.cli.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A running stack. Either all of it is ready when {@link #start()} returns, or nothing of it runs
 * and the failure says why in one line. A process that dies later is started again.
 */
public final class Stack implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(180);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final StackOptions options;
  private final StackFolder folder;
  private final Consumer<String> tell;
  private final List<SupervisedProcess> processes = new ArrayList<>();
  private final Ports ports = new Ports();
  private volatile boolean closing;
  private FileChannel lockFile;
  private Database database;
  private Thread databaseWatch;
  private Secrets secrets;
  private int port;
  private String managementUrl = "";

  /**
   * A stack not started yet; {@code tell} is given a line for a person whenever something happens.
   */
  public Stack(StackOptions options, Consumer<String> tell) {
    this.options = options;
    this.folder = new StackFolder(options.folder());
    this.tell = tell;
  }

  /** Starts everything and waits until the gateway answers. */
  public void start() {
    long from = System.nanoTime();
    folder.create();
    if (options.own()) {
      createClassData();
    }
    lock();
    try {
      LeftOvers.stop(folder, tell);
      port = gatewayPort();
      secrets = Secrets.in(folder);
      database =
          options
              .databaseUrl()
              .<Database>map(ExternalDatabase::new)
              .orElseGet(
                  () -> new EmbeddedDatabase(folder, secrets.databasePassword(), ports.free()));
      startAll();
      tell.accept(String.format("ready in %.1f s: %s", (System.nanoTime() - from) / 1e9, url()));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** A connection to the database that sees all of it, for measurements. */
  Connection administrator() throws SQLException {
    return database.administrator();
  }

  private void createClassData() {
    try {
      Files.createDirectories(options.classData());
    } catch (IOException e) {
      throw new StackFailure("Cannot write to " + options.classData() + ": " + e.getMessage(), e);
    }
  }

  private void lock() {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // A command that looks whether the stack runs holds the lock for an instant.
      for (int attempt = 0; attempt < 10 && channel.isOpen(); attempt++) {
        if (channel.tryLock() != null) {
          lockFile = channel;
          Files.deleteIfExists(folder.ready());
          ProcessFile.write(folder, "headwater", ProcessHandle.current(), 0, List.of());
          return;
        }
        pause(100);
      }
      channel.close();
    } catch (IOException e) {
      throw new StackFailure("Cannot write to " + folder.run() + ": " + e.getMessage(), e);
    }
    throw new StackFailure(
        "Headwater already runs in " + folder.path() + "; ./headwater status shows it.");
  }

  private int gatewayPort() {
    if (options.port() == 0) {
      return ports.free();
    }
    if (!Ports.isFree(options.port())) {
      throw new StackFailure(
          "Port "
              + options.port()
              + " is taken by another program; HEADWATER_PORT=… chooses another one.");
    }
    return options.port();
  }

  private void startAll() {
    Applications applications = new Applications(options, folder, secrets, database, ports);
    try (ExecutorService parallel = Executors.newVirtualThreadPerTaskExecutor()) {
      Optional<Application> broker =
          options.kafka().isPresent() ? Optional.empty() : Optional.of(applications.broker());
      String kafka = options.kafka().orElseGet(() -> "localhost:" + broker.orElseThrow().port());
      List<Application> services =
          Applications.SERVICES.stream().map(name -> applications.service(name, kafka)).toList();
      Application gateway = applications.gateway(port, services, kafka);
      managementUrl = gateway.healthUrls().getLast().replaceFirst("/q/health/ready$", "");

      tell.accept("starting PostgreSQL" + (broker.isPresent() ? " and Kafka" : ""));
      var databaseStart = CompletableFuture.runAsync(this::startDatabase, parallel);
      List<CompletableFuture<Void>> ready = new ArrayList<>();
      broker.ifPresent(
          application -> ready.add(CompletableFuture.runAsync(() -> run(application), parallel)));
      await(List.of(databaseStart));
      tell.accept("starting the services and the gateway");
      for (Application application : services) {
        ready.add(CompletableFuture.runAsync(() -> run(application), parallel));
      }
      ready.add(CompletableFuture.runAsync(() -> run(gateway), parallel));
      await(ready);
    }
  }

  private void startDatabase() {
    database.start();
    if (closing) {
      database.stop();
      throw new StackFailure("Stopped while starting.");
    }
    DatabaseRoles.create(database, Applications.schemas(), secrets.databasePassword());
    noteDatabase();
    tell.accept("  PostgreSQL is ready on port " + database.port());
    databaseWatch = Thread.ofVirtual().name("database-watch").start(this::watchDatabase);
  }

  private void run(Application application) {
    SupervisedProcess process = new SupervisedProcess(application, folder, tell);
    synchronized (processes) {
      if (closing) {
        throw new StackFailure("Stopped while starting.");
      }
      processes.add(process);
    }
    process.start();
    process.awaitReady(START);
    tell.accept("  " + application.name() + " is ready on port " + application.port());
  }

  /** Waits for all of them, but not beyond the first that fails. */
  private void await(List<CompletableFuture<Void>> starts) {
    CompletableFuture<Void> first = new CompletableFuture<>();
    for (var start : starts) {
      start.whenComplete(
          (_, failure) -> {
            if (failure != null) {
              first.completeExceptionally(failure);
            }
          });
    }
    CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).thenAccept(first::complete);
    try {
      first.join();
    } catch (CompletionException e) {
      close();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void noteDatabase() {
    if (database instanceof EmbeddedDatabase embedded) {
      embedded
          .pid()
          .flatMap(ProcessHandle::of)
          .ifPresent(
              handle -> ProcessFile.write(folder, "postgres", handle, database.port(), List.of()));
    }
  }

  private void watchDatabase() {
    int silent = 0;
    while (!closing) {
      pause(1000);
      silent = closing || database.answers() ? 0 : silent + 1;
      if (silent == 2 && database instanceof EmbeddedDatabase) {
        tell.accept("PostgreSQL stopped; starting it again");
        try {
          database.start();
          noteDatabase();
          silent = 0;
        } catch (StackFailure e) {
          tell.accept(e.getMessage());
        }
      } else if (silent == 2) {
        tell.accept(
            "The database at " + database.host() + ":" + database.port() + " does not answer.");
      }
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says to other commands that the stack may be used, once its owner has prepared it. */
  public void announce() {
    StackFolder.write(folder.ready(), url() + "\n");
  }

  /** Whether it was stopped, or never got as far as to start. */
  public boolean closed() {
    return closing;
  }

  /** The gateway's address. */
  public String url() {
    return "http://localhost:" + port;
  }

  /** The address of the gateway's metrics and health, for this machine alone. */
  public String managementUrl() {
    return managementUrl;
  }

  /** The operator's key. */
  public String operatorKey() {
    return secrets.operatorKey();
  }

  /** The folder in which it keeps its data. */
  public StackFolder folder() {
    return folder;
  }

  /** Stops everything, the gateway first and the database last; may be called again. */
  @Override
  public synchronized void close() {
    closing = true;
    if (databaseWatch != null) {
      databaseWatch.interrupt();
    }
    List<SupervisedProcess> running;
    synchronized (processes) {
      running = List.copyOf(processes);
    }
    running.reversed().forEach(SupervisedProcess::requestStop);
    running.forEach(process -> process.awaitStop(STOP));
    if (database != null) {
      database.stop();
    }
    try {
      if (lockFile != null) {
        Files.deleteIfExists(folder.ready());
        ProcessFile.delete(folder, "postgres");
        ProcessFile.delete(folder, "headwater");
        lockFile.close();
        lockFile = null;
      }
    } catch (IOException e) {
      throw new StackFailure("Cannot write to " + folder.run() + ": " + e.getMessage(), e);
    }
  }
}
