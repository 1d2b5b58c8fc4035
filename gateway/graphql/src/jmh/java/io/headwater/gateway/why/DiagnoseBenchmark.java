package io.headwater.gateway.why;

import io.headwater.rootcause.Diagnosis;
import io.headwater.rootcause.Dossier;
import io.headwater.rootcause.WhyDenied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine alone: one claim diagnosed by one thread from facts already at hand, over the dossiers
 * of all packs in turn. Reading, joining and writing are not in it.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DiagnoseBenchmark {

  private final List<Dossier> dossiers = new ArrayList<>();
  private int next;

  /** Reads every question of every pack into the dossier it would be answered from. */
  @Setup(Level.Trial)
  public void read() throws IOException {
    List<Path> folders;
    try (var all = Files.list(Path.of("src/test/resources/packs"))) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    for (var folder : folders) {
      var pack = Pack.read(folder);
      pack.questions().forEach(question -> dossiers.add(pack.dossier(question)));
    }
  }

  /** One claim, on average and by percentile. */
  @Benchmark
  @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
  public Diagnosis oneClaim() {
    next = next + 1 == dossiers.size() ? 0 : next + 1;
    return WhyDenied.diagnose(dossiers.get(next));
  }
}
