package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.Address;
import io.headwater.x12.record.ClaimPayment;
import io.headwater.x12.record.PersonName;
import io.headwater.x12.record.Remittance;
import io.headwater.x12.record.X12Record;
import io.headwater.x12.write.ClaimReceipts;
import io.headwater.x12.write.ClaimReceipts.Receipt;
import io.headwater.x12.write.ClaimReceipts.Status;
import io.headwater.x12.write.Envelope;
import io.headwater.x12.write.NotWritableException;
import io.headwater.x12.write.PayerWriter;
import io.headwater.x12.write.RemittanceAdvice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a payer answers reads back as it was written. */
class PayerWritingTest {
  private static final Envelope ENVELOPE =
      Envelope.of("HARBORPAY", "WILLOWCLINIC", LocalDateTime.of(2026, 4, 1, 9, 30), 101);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one-line-denied",
        "nothing-but-an-adjustment",
        "reversal-correction-and-recoupment",
        "six-reasons-and-a-corrected-insured"
      })
  void aPaymentReadsBackAsItWas(String name) throws IOException {
    var remittance = records(golden(name), Remittance.class).getFirst();
    var claims = records(golden(name), ClaimPayment.class);

    var written = write(advice(remittance, claims));

    assertThat(records(written, Remittance.class))
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> a.compareTo(b) == 0, BigDecimal.class)
        .isEqualTo(List.of(remittance));
    assertThat(records(written, ClaimPayment.class))
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> a.compareTo(b) == 0, BigDecimal.class)
        .ignoringFields(NOT_WRITTEN)
        .isEqualTo(claims);
  }

  /** What a sandbox never says. */
  private static final String[] NOT_WRITTEN = {
    "insuredId",
    "crossoverName",
    "crossoverId",
    "groupNumber",
    "coverageExpires",
    "coverageAmount",
    "interest",
    "patientPaid"
  };

  @Test
  void aPaymentThatDoesNotBalanceIsNotWritten() throws IOException {
    var text = golden("does-not-balance");
    var advice =
        advice(records(text, Remittance.class).getFirst(), records(text, ClaimPayment.class));

    assertThatThrownBy(() -> write(advice))
        .isInstanceOf(NotWritableException.class)
        .hasMessageContaining("does not hold");
  }

  @Test
  void whatTheFrontDoorSaysReadsBackClaimByClaim() throws IOException {
    var day = LocalDate.of(2026, 4, 1);
    var taken =
        new Receipt(
            "WC-1",
            "WILLOW CLINIC",
            "1777000013",
            new PersonName("TESS", "OAKES"),
            "HRB100200",
            new BigDecimal("250.00"),
            "HRB1",
            day.minusDays(3),
            day.minusDays(3),
            List.of(new Status("A2", "20", "PR")));
    var turned =
        new Receipt(
            "WC-4",
            "WILLOW CLINIC",
            "1777000013",
            new PersonName("LEO", "DREW"),
            "HRB555",
            new BigDecimal("140.00"),
            null,
            day.minusDays(2),
            null,
            List.of(new Status("A7", "164", "IL"), new Status("A7", "562", "82")));
    var bytes = new ByteArrayOutputStream();
    PayerWriter.claimReceipts(
        bytes,
        ENVELOPE,
        List.of(
            new ClaimReceipts(
                "HARBOR PAY",
                "HRB01",
                "WILLOW CLINIC",
                "WILLOWCLINIC",
                "CA-1",
                "B-1",
                day,
                day,
                List.of(taken, turned))));
    var text = bytes.toString(StandardCharsets.UTF_8);

    var read = records(text, Acknowledgment.class);

    assertThat(text).contains("QTY*90*1~", "QTY*AA*1~", "AMT*YU*250~", "AMT*YY*140~");
    assertThat(read)
        .extracting(
            Acknowledgment::controlNumber,
            Acknowledgment::category,
            Acknowledgment::status,
            Acknowledgment::accepted,
            Acknowledgment::payerControlNumber)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("WC-1", "A2", "20", true, "HRB1"),
            org.assertj.core.groups.Tuple.tuple("WC-4", "A7", "164", false, null));
    assertThat(read.getLast().statuses()).hasSize(2);
    assertThat(read).allMatch(a -> a.batch().equals("B-1") && a.source().equals("PR"));
  }

  private static RemittanceAdvice advice(Remittance remittance, List<ClaimPayment> claims) {
    return new RemittanceAdvice(
        remittance,
        new Address("PO BOX 9", null, "SALEM", "OR", "97301"),
        "EDI SUPPORT",
        "5555550199",
        claims);
  }

  private static String write(RemittanceAdvice advice) throws IOException {
    var bytes = new ByteArrayOutputStream();
    PayerWriter.remittances(bytes, ENVELOPE, List.of(advice));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String golden(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/835", name, "in.edi"));
  }

  private static <T extends X12Record> List<T> records(String text, Class<T> type)
      throws IOException {
    return X12Reader.collect(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .transactions()
        .stream()
        .flatMap(t -> t.records().stream())
        .map(r -> r.record())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
