package io.headwater.cli.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on this machine. Free ones are taken below the range from which systems lend ports to
 * outgoing calls.
 */
final class Ports {
  private static final int FIRST = 20_000;
  private static final int LAST = 31_999;

  private final Set<Integer> given = new HashSet<>();

  /** A port that nothing listens on and that this stack has not given away yet. */
  synchronized int free() {
    for (int attempt = 0; attempt < 500; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
      if (!given.contains(port) && isFree(port)) {
        given.add(port);
        return port;
      }
    }
    throw new StackFailure("No free port between " + FIRST + " and " + LAST + ".");
  }

  /** Whether a listener could be opened on the port, on every address. */
  static boolean isFree(int port) {
    try (ServerSocket any = new ServerSocket()) {
      any.setReuseAddress(true);
      any.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      return false;
    }
    return !answers(port);
  }

  /** Whether something on this machine accepts a connection on the port. */
  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
