package io.headwater.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database and the broker of a stack, without the applications. */
class DatabaseAndBrokerIT {
  private static final String PASSWORD = "0123abcd";
  private static final String URL = "jdbc:postgresql://localhost:%d/%s?user=%s&password=%s";

  @TempDir Path temporary;

  private final List<String> told = new ArrayList<>();
  private final Ports ports = new Ports();

  @Test
  void dataOutlivesTheServerAndNobodyEntersWithoutThePassword() throws Exception {
    StackFolder folder = new StackFolder(temporary.resolve("a stack"));
    folder.create();
    EmbeddedDatabase first = new EmbeddedDatabase(folder, PASSWORD, ports.free());
    first.start();
    DatabaseRoles.create(first, Applications.schemas(), PASSWORD);
    try (var connection = first.administrator();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (number int)");
    }
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                        URL.formatted(first.port(), "postgres", "postgres", "x"))
                    .close())
        .isInstanceOf(SQLException.class);
    first.stop();
    assertThat(first.answers()).isFalse();

    EmbeddedDatabase second = new EmbeddedDatabase(folder, PASSWORD, ports.free());
    second.start();
    DatabaseRoles.create(second, Applications.schemas(), PASSWORD);
    try (var connection = second.administrator();
        var statement = connection.createStatement()) {
      assertThat(statement.execute("SELECT * FROM kept")).isTrue();
    }
    try (var connection =
        DriverManager.getConnection(
            URL.formatted(second.port(), "headwater", "claims_app", PASSWORD))) {
      assertThat(connection.isValid(2)).isTrue();
    } finally {
      second.stop();
    }
  }

  @Test
  void aDatabaseThatWasKilledStartsAgainOnTheSamePort() throws Exception {
    StackFolder folder = new StackFolder(temporary);
    folder.create();
    EmbeddedDatabase database = new EmbeddedDatabase(folder, PASSWORD, ports.free());
    database.start();
    ProcessHandle killed = ProcessHandle.of(database.pid().orElseThrow()).orElseThrow();

    killed.destroyForcibly();
    killed.onExit().join();
    database.start();

    try {
      assertThat(database.pid().orElseThrow()).isNotEqualTo(killed.pid());
      assertThat(database.answers()).isTrue();
    } finally {
      database.stop();
    }
  }

  @Test
  void aBrokerThatIsKilledComesBack() throws Exception {
    StackFolder folder = new StackFolder(temporary);
    folder.create();
    StackOptions options =
        new StackOptions(
            temporary, temporary, "127.0.0.1", 0, false, Optional.empty(), Optional.empty());
    Secrets secrets = Secrets.in(folder);
    Application application =
        new Applications(
                options,
                folder,
                secrets,
                new EmbeddedDatabase(folder, PASSWORD, ports.free()),
                ports)
            .broker();
    SupervisedProcess broker = new SupervisedProcess(application, folder, told::add);
    broker.start();
    broker.awaitReady(Duration.ofSeconds(60));
    long pid = broker.pid().orElseThrow();

    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();

    for (int i = 0; i < 100 && broker.pid().orElseThrow() == pid; i++) {
      Thread.sleep(100);
    }
    broker.awaitReady(Duration.ofSeconds(60));
    assertThat(broker.pid().orElseThrow()).isNotEqualTo(pid);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).startsWith("kafka (pid " + pid + ") ended");
    broker.requestStop();
    broker.awaitStop(Duration.ofSeconds(20));
    assertThat(ProcessFile.all(folder)).isEmpty();
  }
}
