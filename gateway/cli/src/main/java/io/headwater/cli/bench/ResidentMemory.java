package io.headwater.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Memory of processes as the system counts it. */
final class ResidentMemory {
  private ResidentMemory() {}

  /**
   * Their proportional share on Linux, so that shared pages count once; elsewhere the resident
   * sizes of ps.
   */
  static double megabytes(List<Long> pids) throws IOException, InterruptedException {
    long kilobytes = 0;
    for (long pid : pids) {
      Path rollup = Path.of("/proc/" + pid + "/smaps_rollup");
      if (!Files.isReadable(rollup)) {
        return byPs(pids);
      }
      kilobytes +=
          Files.readAllLines(rollup).stream()
              .filter(line -> line.startsWith("Pss:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum();
    }
    return kilobytes / 1024.0;
  }

  private static double byPs(List<Long> pids) throws IOException, InterruptedException {
    String list = pids.stream().map(String::valueOf).collect(Collectors.joining(","));
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", list).start();
    String out = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    ps.waitFor();
    return out.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .mapToLong(Long::parseLong)
            .sum()
        / 1024.0;
  }
}
