package io.headwater.cli.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Asks a process whether it is ready. */
final class Health {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private Health() {}

  /** Whether one of the addresses answers 200; without addresses, whether the port is open. */
  static boolean ready(List<String> urls, int port) {
    if (urls.isEmpty()) {
      return Ports.answers(port);
    }
    return Ports.answers(port) && urls.stream().anyMatch(Health::answersWell);
  }

  private static boolean answersWell(String url) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
