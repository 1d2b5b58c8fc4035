package io.headwater.x12;

import com.imsweb.x12.reader.X12Reader.FileType;
import io.headwater.x12.record.Claim;
import io.headwater.x12.write.Envelope;
import io.headwater.x12.write.Submission;
import io.headwater.x12.write.X12Writer;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Reading a file to records, beside peers in the same run: StAEDI as far as tokens, imsweb's
 * x12-parser as far as its loops, and, as a floor, cutting the bytes with a String an element.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ReadingBenchmark {
  private static final int CLAIMS = 4000;

  /** Which transaction set. */
  @Param({"835", "837P"})
  public String set;

  private byte[] file;

  /** Makes a file of four thousand claims. */
  @Setup
  public void file() throws IOException {
    file = set.equals("835") ? payments() : claims();
  }

  /** Ours, with all the meaning. */
  @Benchmark
  public void records(Blackhole hole) throws IOException {
    X12Reader.read(
        new ByteArrayInputStream(file),
        new X12Listener() {
          @Override
          public void record(ReadRecord read) {
            hole.consume(read);
          }
        });
  }

  /** StAEDI's events and texts, without a schema. */
  @Benchmark
  public void staediTokens(Blackhole hole) throws EDIStreamException {
    var reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case START_SEGMENT, ELEMENT_DATA -> hole.consume(reader.getText());
        default -> {}
      }
    }
  }

  /** x12-parser's tree of loops. */
  @Benchmark
  public Object imswebLoops() throws IOException {
    var type = set.equals("835") ? FileType.ANSI835_5010_X221 : FileType.ANSI837_5010_X222;
    return new com.imsweb.x12.reader.X12Reader(type, new ByteArrayInputStream(file)).getLoops();
  }

  /** The floor: a String an element, no meaning. */
  @Benchmark
  public void byteScan(Blackhole hole) {
    var start = 0;
    for (var i = 0; i < file.length; i++) {
      var next = file[i];
      if (next == '*' || next == '~' || next == ':') {
        hole.consume(new String(file, start, i - start, StandardCharsets.ISO_8859_1));
        start = i + 1;
      }
    }
  }

  private static byte[] claims() throws IOException {
    var golden = Path.of("src", "test", "resources", "837", "original-two-lines", "in.edi");
    Claim claim;
    try (var in = Files.newInputStream(golden)) {
      claim = (Claim) X12Reader.collect(in).transactions().getFirst().records().getFirst().record();
    }
    var out = new ByteArrayOutputStream();
    X12Writer.claims(
        out,
        Envelope.of("WILLOWCLINIC", "HARBORPAY", LocalDateTime.of(2026, 4, 1, 9, 30), 101),
        new Submission("WILLOW", "WILLOW", "BILLING", "5555550100", "HARBOR PAY", "HRB01", "B-1"),
        Collections.nCopies(CLAIMS, claim));
    return out.toByteArray();
  }

  private static byte[] payments() {
    var text =
        new StringBuilder(
            "ISA*00*          *00*          *ZZ*HARBORPAY      *ZZ*WILLOWCLINIC  "
                + " *260401*0930*^*00501"
                + "*000000101*0*P*:~GS*HP*HARBORPAY*WILLOWCLINIC*20260401*0930*101*X*005010X221A1~"
                + "ST*835*0001~BPR*I*%d*C*ACH************20260401~TRN*1*CHK1*1930000099~"
                    .formatted(CLAIMS * 100L)
                + "DTM*405*20260401~N1*PR*HARBOR PAY~N3*1 MAIN ST~N4*SALEM*OR*97301~"
                + "PER*BL*DESK*TE*5555550100~N1*PE*WILLOW*XX*1777000013~LX*1~");
    for (var i = 0; i < CLAIMS; i++) {
      text.append(
          ("CLP*WC-%07d*1*185*100*25*12*HRB%07d*11*1~NM1*QC*1*OAKES*TESS****MI*HRB100200~"
                  + "SVC*HC:90837:95*120*60**1~DTM*472*20260330~CAS*CO*45*40~CAS*PR*3*20~REF*6R*%d-1~"
                  + "AMT*B6*80~SVC*HC:90785*65*40**1~DTM*472*20260330~CAS*CO*45*20~CAS*PR*3*5~"
                  + "REF*6R*%d-2~AMT*B6*45~")
              .formatted(i, i, i, i));
    }
    text.append("SE*").append(CLAIMS * 14L + 11).append("*0001~GE*1*101~IEA*1*000000101~");
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Runs all, with JMH's own options, and prints them as a table with ratios. */
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(arguments))
            .include(ReadingBenchmark.class.getSimpleName())
            .build();
    var times = new TreeMap<String, Double>();
    for (var result : new Runner(options).run()) {
      var method = result.getParams().getBenchmark().replaceAll(".*\\.", "");
      times.put(
          result.getParams().getParam("set") + " " + method, result.getPrimaryResult().getScore());
    }
    System.out.println("| set | reader | ms for 4,000 claims | times as fast as ours |");
    System.out.println("| --- | --- | --- | --- |");
    times.forEach(
        (name, time) -> {
          var words = name.split(" ");
          System.out.printf(
              "| %s | %s | %.1f | %.2f |%n",
              words[0], words[1], time, times.get(words[0] + " records") / time);
        });
  }
}
