package io.headwater.cli.bench;

import io.headwater.cli.stack.StackFolder;
import io.headwater.cli.stack.StackStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How long the parts of a stack have had a processor, their children included. */
final class ProcessorTime {
  private ProcessorTime() {}

  /** Seconds so far, by the name of the part. */
  static Map<String, Double> seconds(StackFolder folder) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    new StackStatus(folder)
        .lines()
        .forEach(
            line ->
                seconds.put(
                    line.name(),
                    ProcessHandle.of(line.pid()).stream()
                            .flatMap(
                                process -> Stream.concat(Stream.of(process), process.descendants()))
                            .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                            .mapToLong(Duration::toMillis)
                            .sum()
                        / 1e3));
    return seconds;
  }
}
