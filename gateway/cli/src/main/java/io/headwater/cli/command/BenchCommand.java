package io.headwater.cli.command;

import io.headwater.cli.bench.Benchmark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bench}: measures a stack of its own and writes {@code docs/BENCHMARKS.md}. */
@Command(
    name = "bench",
    description = "Runs the benchmarks and writes docs/BENCHMARKS.md.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    String page = new Benchmark(Here.options(), line -> System.err.println(line)).run();
    Path file = Here.root().resolve("docs/BENCHMARKS.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, page + kept(file, page), StandardCharsets.UTF_8);
    System.out.println(page);
    System.out.println(file);
    return 0;
  }

  /** What people wrote below the table: the sections whose headings the new page does not have. */
  private static String kept(Path file, String page) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    String[] sections = Files.readString(file, StandardCharsets.UTF_8).split("(?m)^(?=## )");
    StringBuilder kept = new StringBuilder();
    for (String section : Arrays.asList(sections).subList(1, sections.length)) {
      if (!page.contains("\n" + section.lines().findFirst().orElseThrow() + "\n")) {
        kept.append('\n').append(section.strip()).append('\n');
      }
    }
    return kept.toString();
  }
}
