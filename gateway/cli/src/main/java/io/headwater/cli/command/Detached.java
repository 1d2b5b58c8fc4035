package io.headwater.cli.command;

import io.headwater.cli.stack.StackFailure;
import io.headwater.cli.stack.StackFolder;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the stack in a process of its own, which goes on when this command and its terminal are
 * gone.
 */
final class Detached {
  private final boolean empty;
  private final StackFolder folder = Here.folder();
  private long told;

  Detached(boolean empty) {
    this.empty = empty;
  }

  /** Starts it and passes on what it says until it is ready (0) or has given up (1). */
  int start() {
    folder.create();
    Path log = folder.log("headwater");
    try {
      Files.deleteIfExists(folder.ready());
      Files.writeString(log, "", StandardCharsets.UTF_8);
      Process process =
          new ProcessBuilder(command())
              .directory(Here.root().toFile())
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()))
              .start();
      while (process.isAlive() && !Files.exists(folder.ready())) {
        Thread.sleep(200);
        passOn(log);
      }
      passOn(log);
      return process.isAlive() ? 0 : 1;
    } catch (IOException e) {
      throw new StackFailure("The stack cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /**
   * The same program; setsid, where there is one, takes it out of reach of the terminal's signals.
   */
  private List<String> command() {
    List<String> command = new ArrayList<>();
    for (String program : List.of("/usr/bin/setsid", "/bin/setsid", "/usr/bin/nohup")) {
      if (Files.isExecutable(Path.of(program))) {
        command.add(program);
        break;
      }
    }
    ProcessHandle.Info own = ProcessHandle.current().info();
    command.add(own.command().orElse(System.getProperty("java.home") + "/bin/java"));
    command.add("-Xmx192m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dheadwater.root=" + Here.root());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("io.headwater.cli.Headwater");
    command.add("up");
    if (empty) {
      command.add("--empty");
    }
    return command;
  }

  private void passOn(Path log) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] news = new byte[(int) (file.length() - told)];
      file.seek(told);
      file.readFully(news);
      told += news.length;
      System.out.print(new String(news, StandardCharsets.UTF_8));
      System.out.flush();
    }
  }
}
