package io.headwater.cli.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program of the stack: how to start it and how to see that it is ready.
 *
 * @param name what people call it, also the name of its files
 * @param port the port it listens on
 * @param healthUrls addresses of which one answers 200 when it is ready; none means that an open
 *     port is enough
 * @param command program and arguments
 * @param environment variables in addition to those of the stack's own process
 * @param folder working directory
 */
record Application(
    String name,
    int port,
    List<String> healthUrls,
    List<String> command,
    Map<String, String> environment,
    Path folder) {

  /** The same with one more address that tells its health. */
  Application alsoHealthyAt(String url) {
    List<String> urls = new ArrayList<>(healthUrls);
    urls.add(url);
    return new Application(name, port, List.copyOf(urls), command, environment, folder);
  }

  /** Keeps passwords and keys out of logs. */
  @Override
  public String toString() {
    return "Application[" + name + ", port " + port + "]";
  }
}
