package io.headwater.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoInterchangesTest {
  @TempDir static Path folder;
  private static final List<List<String[]>> FILES = new ArrayList<>();

  @BeforeAll
  static void generate() throws IOException {
    DemoPractice.generate(DemoPractice.SEED, folder);
    for (Path file : DemoPracticeTest.files(folder.resolve("feed"))) {
      if (file.toString().endsWith(".x12")) {
        List<String[]> segments = new ArrayList<>();
        for (String segment : Files.readString(file).split("~\n")) {
          segments.add(segment.split("\\*", -1));
        }
        FILES.add(segments);
      }
    }
  }

  @Test
  void every_trailer_states_what_it_closes() {
    for (List<String[]> segments : FILES) {
      String[] isa = null;
      String[] gs = null;
      String[] st = null;
      int inTransaction = 0;
      int transactions = 0;
      for (String[] segment : segments) {
        inTransaction++;
        switch (segment[0]) {
          case "ISA" -> isa = segment;
          case "GS" -> {
            gs = segment;
            transactions = 0;
          }
          case "ST" -> {
            st = segment;
            inTransaction = 1;
            transactions++;
          }
          case "SE" ->
              assertThat(segment).containsExactly("SE", String.valueOf(inTransaction), st[2]);
          case "GE" ->
              assertThat(segment).containsExactly("GE", String.valueOf(transactions), gs[6]);
          case "IEA" -> assertThat(segment).containsExactly("IEA", "1", isa[13]);
          default -> {}
        }
      }
    }
  }

  @Test
  void every_interchange_has_its_own_number() {
    Set<String> numbers = new HashSet<>();
    for (List<String[]> segments : FILES) {
      segments.stream()
          .filter(segment -> segment[0].equals("ISA"))
          .forEach(isa -> assertThat(numbers.add(isa[13])).isTrue());
    }
    assertThat(numbers).isNotEmpty();
  }

  @Test
  void no_segment_ends_in_an_empty_element() {
    for (List<String[]> segments : FILES) {
      assertThat(segments).noneMatch(segment -> segment[segment.length - 1].isEmpty());
    }
  }

  @Test
  void every_remittance_balances_by_line_claim_and_payment() {
    int remittances = 0;
    for (List<String[]> segments : FILES) {
      var balance = new Balance();
      for (String[] segment : segments) {
        balance.read(segment);
      }
      remittances += balance.remittances;
    }
    assertThat(remittances).isGreaterThan(200);
  }

  /** The four equations of an 835, checked segment by segment. */
  private static final class Balance {
    private int remittances;
    private BigDecimal payment;
    private BigDecimal claims = BigDecimal.ZERO;
    private String[] clp;
    private BigDecimal lines = BigDecimal.ZERO;
    private BigDecimal patient = BigDecimal.ZERO;
    private BigDecimal open = BigDecimal.ZERO;

    void read(String[] segment) {
      switch (segment[0]) {
        case "BPR" -> {
          payment = new BigDecimal(segment[2]);
          claims = BigDecimal.ZERO;
          clp = null;
          remittances++;
        }
        case "CLP" -> {
          closeClaim();
          clp = segment;
          claims = claims.add(new BigDecimal(segment[4]));
          lines = new BigDecimal(segment[3]).subtract(new BigDecimal(segment[4]));
          patient = segment[5].isEmpty() ? BigDecimal.ZERO : new BigDecimal(segment[5]);
        }
        case "SVC" -> {
          assertThat(open).isEqualByComparingTo("0");
          open = new BigDecimal(segment[2]).subtract(new BigDecimal(segment[3]));
        }
        case "CAS" -> {
          var amount = new BigDecimal(segment[3]);
          open = open.subtract(amount);
          lines = lines.subtract(amount);
          patient = segment[1].equals("PR") ? patient.subtract(amount) : patient;
        }
        case "PLB" -> claims = claims.subtract(new BigDecimal(segment[4]));
        case "SE" -> {
          if (payment != null) {
            closeClaim();
            assertThat(claims).isEqualByComparingTo(payment);
          }
        }
        default -> {}
      }
    }

    private void closeClaim() {
      if (clp != null) {
        assertThat(open).as(clp[1]).isEqualByComparingTo("0");
        assertThat(lines).as(clp[1]).isEqualByComparingTo("0");
        assertThat(patient).as(clp[1]).isEqualByComparingTo("0");
      }
    }
  }
}
