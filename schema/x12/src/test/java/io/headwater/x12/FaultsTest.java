package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headwater.x12.TransactionResult.Status;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.EligibilityInquiry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What senders do wrong, and what becomes of it. */
class FaultsTest {
  private static final String ISA =
      "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*1200*^*00501*000000007*0*P*:~";
  private static final String GS = "GS*HS*SENDER*RECEIVER*20260401*1200*7*X*005010X279A1~";
  private static final String END = "GE*1*7~IEA*1*000000007~";

  private static String inquiry(String number) {
    return "ST*270*"
        + number
        + "*005010X279A1~BHT*0022*13*B1*20260401*1200~HL*1**20*1~NM1*PR*2*PAYER*****PI*P1~"
        + "HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1900000203~HL*3*2*22*0~TRN*1*T"
        + number
        + "*9SENDER~"
        + "NM1*IL*1*MOSS*ADA****MI*M1~DTP*291*D8*20260401~EQ*30~SE*12*"
        + number
        + "~";
  }

  private static final String WHOLE = ISA + GS + inquiry("0001") + END;

  @Test
  void textBeforeIsaAndPaddingAfterIeaArePassedOver() throws IOException {
    var read =
        read(
            "\u00ef\u00bb\u00bfContent-Type: application/edi-x12\r\n\r\n"
                + WHOLE
                + "\r\n\u001a   \u0000");
    assertAccepted(read, "T0001");
    assertThat(read.warnings())
        .extracting(X12Warning::message)
        .allMatch(m -> m.contains("passed over"));
  }

  @Test
  void segmentsMayEndInAnyLineBreak() throws IOException {
    for (var terminator : List.of("\n", "\r", "\r\n", "~\r\n", "~\n    ", "\u001c")) {
      assertAccepted(read(WHOLE.replace("~", terminator)), "T0001");
    }
  }

  @Test
  void linesWrappedAtEightyColumnsAreJoined() throws IOException {
    var read = read(WHOLE.replaceAll("(.{80})", "$1\r\n"));
    assertAccepted(read, "T0001");
  }

  @Test
  void aLineBreakInPlaceOfATerminatorIsNotGuessedAt() throws IOException {
    var read = read(WHOLE.replace("MI*M1~DTP", "MI*M1\r\nDTP"));
    assertQuarantined(read, Fault.AMBIGUOUS_DELIMITER);
    assertThat(read.transactions().getFirst().result().errors().getFirst().position()).isEqualTo(9);
  }

  @Test
  void delimitersBelongToTheirInterchange() throws IOException {
    var read =
        read(WHOLE + WHOLE.replace('*', '|').replace(':', '<').replace('^', '_').replace('~', '!'));
    assertThat(read.summary().interchanges()).isEqualTo(2);
    assertAccepted(read, "T0001", "T0001");
  }

  @Test
  void anIsaOfTheWrongWidthReadsWhereItIsUnambiguous() throws IOException {
    assertAccepted(
        read(WHOLE.replace("SENDER         *", "SENDER*").replace("*000000007*0", "*0000000007*0")),
        "T0001");
  }

  @Test
  void anIsaWithoutItsElementsIsUnreadableAndTheNextIsRead() throws IOException {
    var read = read(WHOLE.replace("*0*P*:", "") + WHOLE);
    assertThat(read.unreadable()).hasSize(1);
    assertAccepted(read, "T0001");
  }

  @Test
  void theLetterUDeclaresNoRepetition() throws IOException {
    var read = read(WHOLE.replace("*^*", "*U*").replace("EQ*30", "EQ*UC"));
    assertAccepted(read, "T0001");
    assertThat(
            ((EligibilityInquiry) read.transactions().getFirst().records().getFirst().record())
                .serviceTypes())
        .containsExactly("UC");
  }

  @Test
  void theGroupSaysTheVersionWhereTheSetDoesNot() throws IOException {
    var read = read(WHOLE.replace("ST*270*0001*005010X279A1", "ST*270*0001"));
    assertAccepted(read, "T0001");
    assertThat(read.transactions().getFirst().result().header().version())
        .isEqualTo("005010X279A1");
  }

  @Test
  void wrongCountsAndLeadingZerosAreToldAndReadPast() throws IOException {
    var read =
        read(
            WHOLE
                .replace("SE*12*0001", "SE*99*1")
                .replace("GE*1*7", "GE*5*07")
                .replace("IEA*1*000000007", "IEA*3*7"));
    assertAccepted(read, "T0001");
    assertThat(read.warnings())
        .extracting(X12Warning::message)
        .hasSize(3)
        .allMatch(m -> m.contains("counts"));
  }

  @Test
  void anotherControlNumberInSeQuarantines() throws IOException {
    assertQuarantined(
        read(WHOLE.replace("SE*12*0001", "SE*12*0002")), Fault.CONTROL_NUMBER_MISMATCH);
  }

  @Test
  void aMissingLastTerminatorAndMissingTrailersAreToldAndReadPast() throws IOException {
    assertAccepted(read(WHOLE.substring(0, WHOLE.length() - 1)), "T0001");
    assertAccepted(read(WHOLE.replace("IEA*1*000000007~", "")), "T0001");
    assertAccepted(read(WHOLE.replace(END, "")), "T0001");
    var second = read(WHOLE.replace(END, "") + WHOLE);
    assertAccepted(second, "T0001", "T0001");
    assertThat(second.warnings()).isNotEmpty();
  }

  @Test
  void aTruncatedSetIsQuarantinedAndItsNeighboursAreRead() throws IOException {
    var cut = inquiry("0002").replaceAll("EQ.*", "");
    var read = read(ISA + GS + inquiry("0001") + cut + inquiry("0003") + END);
    assertThat(read.transactions())
        .extracting(t -> t.result().status())
        .containsExactly(Status.ACCEPTED, Status.QUARANTINED, Status.ACCEPTED);
    var errors = read.transactions().get(1).result().errors();
    assertThat(errors)
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo(Fault.TRUNCATED);
              assertThat(e.position()).isGreaterThan(10);
            });
  }

  @Test
  void aBadSetIsQuarantinedWithItsPlaceAndItsNeighboursAreRead() throws IOException {
    var read =
        read(ISA + GS + inquiry("0001").replace("NM1*IL*1", "NM1*IL*9") + inquiry("0002") + END);
    assertThat(read.transactions())
        .extracting(t -> t.result().status())
        .containsExactly(Status.QUARANTINED, Status.ACCEPTED);
    assertThat(read.transactions().getFirst().result().errors())
        .containsExactly(new X12Error("NM1", 9, 2, Fault.INVALID_CODE, "NM102 is none of 1, 2"));
  }

  @Test
  void otherSetsAndVersionsAreListedWithTheirVersionNamed() throws IOException {
    for (var version : List.of("004010X092A1", "005010X280", "005010")) {
      var read = read(WHOLE.replace("005010X279A1", version));
      assertQuarantined(read, Fault.UNSUPPORTED_VERSION);
      assertThat(read.transactions().getFirst().result().errors().getFirst().message())
          .contains("not a transaction this platform reads")
          .contains(version);
    }
    for (var version : List.of("005010X279", "005010X279A1", "005010X279A2", "005010X279E1")) {
      assertAccepted(read(WHOLE.replace("005010X279A1", version)), "T0001");
    }
  }

  @Test
  void aTa1BeforeTheGroupIsAnAcknowledgment() throws IOException {
    var read = read(WHOLE.replace(GS, "TA1*000000005*260331*1200*R*019~" + GS));
    assertAccepted(read, "T0001");
    assertThat(read.acknowledgments())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.segment()).isEqualTo(2);
              var acknowledgment = (Acknowledgment) r.record();
              assertThat(acknowledgment.interchange()).isEqualTo("000000005");
              assertThat(acknowledgment.accepted()).isFalse();
              assertThat(acknowledgment.status()).isEqualTo("019");
            });
  }

  @Test
  void severalGroupsAndSetsAreCountedWithinTheirInterchange() throws IOException {
    var read =
        read(
            ISA
                + GS
                + inquiry("0001")
                + "GE*1*7~"
                + GS
                + inquiry("0001")
                + "GE*1*7~IEA*2*7~"
                + WHOLE);
    assertThat(read.transactions())
        .extracting(
            t -> t.result().header().interchange().ordinal() + "/" + t.result().header().ordinal())
        .containsExactly("1/1", "1/2", "2/1");
  }

  @Test
  void aClaimThatLacksWhatItNeedsIsQuarantinedWhereItLacksIt() throws IOException {
    assertClaimFault("NM1*PR*2*HARBOR PAY*****PI*HRB01~", "", Fault.MISSING_SEGMENT, "CLM");
    assertClaimFault("CLM*WC-1", "CLM*", Fault.MISSING_ELEMENT, "CLM");
    assertClaimFault("*250.00***11:B:8", "*x***11:B:8", Fault.INVALID_NUMBER, "CLM");
    assertClaimFault("11:B:8", "11:B", Fault.MISSING_ELEMENT, "CLM");
    assertClaimFault("SV1*HC:90837", "SV1*HC", Fault.MISSING_ELEMENT, "SV1");
    assertClaimFault("DTP*472*D8*20260330~", "", Fault.MISSING_SEGMENT, "LX");
    assertClaimFault("D8*20260330", "D8*20260231", Fault.INVALID_DATE, "DTP");
    assertClaimFault("HL*2*1*22", "HL*2*1*99", Fault.INVALID_CODE, "HL");
    assertClaimFault("LX*1", "l-x*1", Fault.INVALID_SEGMENT, "?");
  }

  private static void assertClaimFault(String found, String changed, Fault fault, String segment)
      throws IOException {
    assertFault(
        Path.of("src", "test", "resources", "837", "void", "in.edi"),
        found,
        changed,
        fault,
        segment);
  }

  private static void assertFault(
      Path file, String found, String changed, Fault fault, String segment) throws IOException {
    var whole = Files.readString(file);
    assertThat(whole).contains(found);
    var read = read(whole.replace(found, changed));
    assertQuarantined(read, fault);
    assertThat(read.transactions().getFirst().result().errors())
        .as(changed)
        .anyMatch(e -> e.code() == fault && e.segment().equals(segment));
  }

  @Test
  void aPaymentWithAnAmountThatIsNoneIsQuarantinedWhereItStands() throws IOException {
    assertPaymentFault("BPR*I*113.00", "BPR*I*113,00", Fault.INVALID_NUMBER, "BPR");
    assertPaymentFault("TRN*1*CHK9*1930000099~", "", Fault.MISSING_SEGMENT, "TRN");
    assertPaymentFault("*250.00*113.00*", "*250.00**", Fault.MISSING_ELEMENT, "CLP");
    assertPaymentFault("CAS*CO*197*65.00", "CAS*CO*197*6S.00", Fault.INVALID_NUMBER, "CAS");
    assertPaymentFault("AMT*B6*138.00", "AMT*B6*1E9999", Fault.INVALID_NUMBER, "AMT");
    assertPaymentFault("DTM*472*20260330", "DTM*472*20261330", Fault.INVALID_DATE, "DTM");
    assertPaymentFault("SVC*HC:90785*65.00", "SVC*HC:90785*", Fault.MISSING_ELEMENT, "SVC");
  }

  private static void assertPaymentFault(String found, String changed, Fault fault, String segment)
      throws IOException {
    assertFault(
        Path.of("src", "test", "resources", "835", "one-line-denied", "in.edi"),
        found,
        changed,
        fault,
        segment);
  }

  @Test
  void theWordIsaInTextBeforeIsNoInterchange() throws IOException {
    assertAccepted(read("VISA* and ISA*x, see ISA-001\n" + WHOLE), "T0001");
  }

  @Test
  void whatIsNoX12SaysSo() {
    for (var garbage :
        List.of(
            "",
            "hello",
            "{\"kind\":\"claim\"}",
            "\u0000\u0001\u0002",
            "ISA",
            "UNA:+.? 'UNB+UNOA")) {
      assertThatThrownBy(() -> read(garbage)).isInstanceOf(NotX12Exception.class);
    }
  }

  @Test
  void aMillionEmptySegmentsAreNothing() throws IOException {
    assertAccepted(read(WHOLE.replace("EQ*30~", "EQ*30" + "~".repeat(1_000_000))), "T0001");
  }

  @Test
  void namesInOtherEncodingsAreRead() throws IOException {
    var utf8 =
        X12Reader.collect(
            new ByteArrayInputStream(
                WHOLE.replace("MOSS", "M\u00d6SS").getBytes(StandardCharsets.UTF_8)));
    var latin = read(WHOLE.replace("MOSS", "M\u00d6SS"));
    for (var read : List.of(utf8, latin)) {
      var inquiry =
          (EligibilityInquiry) read.transactions().getFirst().records().getFirst().record();
      assertThat(inquiry.patientName().last()).isEqualTo("M\u00d6SS");
    }
  }

  @Test
  void onlyRecordsThatCountAreToldInTwoPasses() throws IOException {
    var file =
        (ISA + GS + inquiry("0001") + inquiry("0002").replace("NM1*IL*1", "NM1*IL*9") + END)
            .getBytes(StandardCharsets.ISO_8859_1);
    var told = new java.util.ArrayList<ReadRecord>();
    var summary =
        X12Reader.readAccepted(
            () -> new ByteArrayInputStream(file),
            new X12Listener() {
              @Override
              public void record(ReadRecord read) {
                told.add(read);
              }
            });
    assertThat(told).singleElement().extracting(ReadRecord::transaction).isEqualTo(1);
    assertThat(summary.quarantined()).isEqualTo(1);
  }

  @Test
  void noPersonIsNamedByWhatIsLogged() throws IOException {
    var read = read(WHOLE);
    assertThat(read.transactions().toString()).doesNotContain("MOSS").doesNotContain("ADA");
    assertThat(read.transactions())
        .noneMatch(t -> t.records().getFirst().record() instanceof Claim);
  }

  @Test
  void noFaultOfAByteBreaksTheReader() throws IOException {
    Damage.of(WHOLE.getBytes(StandardCharsets.ISO_8859_1)).every(3000, 20260401);
  }

  private static X12File read(String text) throws IOException {
    return X12Reader.collect(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static void assertAccepted(X12File read, String... traces) {
    assertThat(read.transactions()).allMatch(t -> t.result().status() == Status.ACCEPTED);
    assertThat(read.transactions())
        .flatExtracting(t -> t.records())
        .extracting(r -> ((EligibilityInquiry) r.record()).inquiryId())
        .containsExactly(traces);
  }

  private static void assertQuarantined(X12File read, Fault fault) {
    assertThat(read.transactions())
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.result().status()).isEqualTo(Status.QUARANTINED);
              assertThat(t.result().errors()).extracting(X12Error::code).contains(fault);
            });
  }
}
