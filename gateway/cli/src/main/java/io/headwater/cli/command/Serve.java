package io.headwater.cli.command;

import io.headwater.cli.client.Gateway;
import io.headwater.cli.stack.Stack;
import io.headwater.cli.stack.StackOptions;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Runs the stack in this process until it is told to stop. */
final class Serve {
  private final StackOptions options;
  private final Consumer<String> tell;

  Serve(StackOptions options, Consumer<String> tell) {
    this.options = options;
    this.tell = tell;
  }

  /** Starts everything, loads the demo practice if wanted, and serves until Ctrl-C or a signal. */
  void untilStopped(boolean withDemo, BiConsumer<Gateway, String> whenReady) {
    Stack stack = new Stack(options, tell);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!stack.closed()) {
                    tell.accept("stopping");
                  }
                  stack.close();
                },
                "stop"));
    stack.start();
    Gateway gateway = Here.demoPractice(stack);
    String showcase = withDemo ? new DemoData(stack.folder(), tell).load(gateway) : "";
    stack.announce();
    whenReady.accept(gateway, showcase);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
