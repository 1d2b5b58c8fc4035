package io.headwater.journeys;

import io.headwater.cli.client.Gateway;
import io.headwater.cli.stack.StackOptions;
import io.headwater.cli.stack.TemporaryStack;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the packaged stack once for all journeys, on free ports and in a folder of its own, and
 * hands it to them.
 */
final class WholeStack implements ParameterResolver {
  private static final Namespace HERE = Namespace.create(WholeStack.class);

  /**
   * The running stack.
   *
   * @param stack it
   * @param operator its doors for an operator
   */
  record Running(TemporaryStack stack, Gateway operator) implements AutoCloseable {
    /** The doors of a practice of its own. */
    Gateway newPractice(String name) {
      return operator.as(operator.createPractice(UUID.randomUUID().toString(), name));
    }

    @Override
    public void close() {
      stack.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getRoot().getStore(HERE).computeIfAbsent("stack", _ -> start(), Running.class);
  }

  private static Running start() {
    Path root = Path.of("../..").toAbsolutePath().normalize();
    TemporaryStack stack =
        TemporaryStack.start(
            StackOptions.of(root, Map.of()), line -> System.out.println("stack: " + line));
    return new Running(stack, new Gateway(stack.url(), stack.operatorKey()));
  }
}
