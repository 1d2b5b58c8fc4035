package io.headwater.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.gateway.sandbox.Books.Forward;
import io.headwater.gateway.sandbox.Letters.Looked;
import io.headwater.gateway.sandbox.Submission.State;
import io.headwater.gateway.why.Pack;
import io.headwater.rootcause.Adjudication;
import io.headwater.rootcause.PayerDefect;
import io.headwater.rootcause.Recorded;
import io.headwater.x12.TransactionResult.Status;
import io.headwater.x12.X12Reader;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.Remittance;
import io.headwater.x12.record.X12Record;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the sandbox writes for the claims of all denial stories, held against our own reading. */
class LettersTest {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static List<CaseFile> files;

  @BeforeAll
  static void read() throws IOException {
    files = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of("src/test/resources/packs"))) {
      for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
        var dossier = Pack.read(folder).undecided();
        dossier.claims().stream()
            .filter(c -> c.fact().controlNumber().equals(dossier.controlNumber()))
            .max(Comparator.comparing(Recorded::version))
            .ifPresent(sent -> files.add(CaseFile.of(submission(sent), dossier)));
      }
    }
    assertThat(files).hasSizeGreaterThan(150);
  }

  private static Submission submission(Recorded<io.headwater.rootcause.fact.Claim> sent) {
    var c = sent.fact();
    return new Submission(
        1,
        new UUID(0, 1),
        State.ACCEPTED,
        c.controlNumber(),
        c.payerId(),
        "CLINIC",
        c.payerId(),
        "B-1",
        sent.version(),
        c.frequency(),
        c.memberId(),
        c.billingNpi(),
        "SB26182000001",
        DAY.minusDays(14),
        DAY);
  }

  @Test
  void everyPaymentBalancesAndNamesItsClaim() throws IOException {
    for (var file : files) {
      for (var defects : List.of(Set.<PayerDefect>of(), EnumSet.allOf(PayerDefect.class))) {
        var settings = new Settings(Set.of("P"), 14, defects, DAY);
        var decided = Decided.of(file, settings);
        var payday = Payday.of(List.of(decided), null, DAY, 900000001);
        var text =
            Letters.remittance(
                payday.advice(), file.submission().payerId(), "CLINIC", DAY, 900000001);

        assertThat(records(text, Remittance.class))
            .as(text)
            .hasSize(1)
            .allMatch(Remittance::balanced)
            .allMatch(r -> r.failing().isEmpty());
        assertThat(records(text, ClaimPayment.class))
            .hasSameSizeAs(decided.payments())
            .allMatch(ClaimPayment::balanced)
            .allMatch(p -> p.failing().isEmpty());
      }
    }
  }

  @Test
  void whatCannotBeTakenBackNowIsCarriedForwardAndSettledLater() throws IOException {
    var file =
        files.stream()
            .filter(f -> Decided.of(f, sound()).paid().compareTo(new BigDecimal("50")) > 0)
            .findFirst()
            .orElseThrow();
    var decided = List.of(Decided.of(file, sound()));
    var paid = decided.getFirst().paid();

    var first = Payday.of(decided, new Forward(paid.add(BigDecimal.TEN), "SBX1"), DAY, 900000002);
    var second = Payday.of(decided, first.forward(), DAY.plusDays(7), 900000003);

    assertThat(first.advice().remittance().paymentAmount()).isEqualByComparingTo("0");
    assertThat(first.forward().amount()).isEqualByComparingTo("10");
    assertThat(second.advice().remittance().paymentAmount())
        .isEqualByComparingTo(paid.subtract(BigDecimal.TEN));
    assertThat(second.forward()).isNull();
    for (var payday : List.of(first, second)) {
      var text = Letters.remittance(payday.advice(), "P1", "CLINIC", DAY, 900000002);
      assertThat(records(text, Remittance.class)).allMatch(Remittance::balanced);
    }
  }

  @Test
  void theFrontDoorAnswersEveryClaimByItsNumber() throws IOException {
    for (var file : files) {
      var rejection =
          Adjudication.frontDoor(file.dossier(), file.submission().version(), DAY).orElse(null);
      var letter = Letters.receipts(List.of(new Looked(file, rejection)), DAY, 900000004);

      var read = records(letter.content(), Acknowledgment.class);

      assertThat(read).as(letter.content()).hasSize(1);
      assertThat(read.getFirst().controlNumber()).isEqualTo(file.claim().controlNumber());
      assertThat(read.getFirst().accepted()).isEqualTo(rejection == null);
      assertThat(letter.says().getFirst().text())
          .contains(rejection == null ? "A2:20" : rejection.statuses().getFirst().code());
    }
  }

  private static Settings sound() {
    return new Settings(Set.of("P"), 14, Set.of(), DAY);
  }

  private static <T extends X12Record> List<T> records(String text, Class<T> type)
      throws IOException {
    var file = X12Reader.collect(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(file.transactions()).allMatch(t -> t.result().status() == Status.ACCEPTED);
    assertThat(file.warnings()).isEmpty();
    return file.transactions().stream()
        .flatMap(t -> t.records().stream())
        .map(r -> r.record())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
