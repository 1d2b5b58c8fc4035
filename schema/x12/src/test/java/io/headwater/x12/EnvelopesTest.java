package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.x12.TransactionResult.Status;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.EligibilityInquiry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What goes wrong around and between interchanges, and that a neighbour never pays for it. */
class EnvelopesTest {
  private static final String GOOD = interchange("000000007", inquiry("0001"));

  private static String interchange(String number, String sets) {
    return "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*1200*^*00501*"
        + number
        + "*0*P*:~GS*HS*SENDER*RECEIVER*20260401*1200*7*X*005010X279A1~"
        + sets
        + "GE*1*7~IEA*1*"
        + number
        + "~";
  }

  private static String inquiry(String number) {
    return "ST*270*"
        + number
        + "*005010X279A1~BHT*0022*13*B1*20260401*1200~HL*1**20*1~NM1*PR*2*PAYER*****PI*P1~"
        + "HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1900000203~HL*3*2*22*0~TRN*1*T"
        + number
        + "*9SENDER~NM1*IL*1*MOSS*ADA****MI*M1~DTP*291*D8*20260401~EQ*30~SE*12*"
        + number
        + "~";
  }

  @Test
  void wordsAfterTheLastSegmentAreCounted() throws IOException {
    var read = read(GOOD + "\r\n-- end of file --\r\n");
    assertThat(traces(read)).containsExactly("T0001");
    assertThat(messages(read))
        .containsExactly("13 characters outside an interchange were passed over");
  }

  @Test
  void aGroupAfterIeaStillStandsInItsInterchange() throws IOException {
    var second = "GS*HS*SENDER*RECEIVER*20260401*1200*8*X*005010X279A1~" + inquiry("0002");
    var read =
        read(GOOD + "\n" + second + "GE*1*8~IEA*2*000000007~" + GOOD.replace("0001", "0003"));
    assertThat(traces(read)).containsExactly("T0001", "T0002", "T0003");
    assertThat(read.transactions())
        .extracting(
            t -> t.result().header().interchange().ordinal() + "/" + t.result().header().ordinal())
        .containsExactly("1/1", "1/2", "2/1");
    assertThat(messages(read)).contains("GS stands after IEA");
  }

  @Test
  void aHeaderInSmallLettersIsAnInterchangeThatCannotBeRead() throws IOException {
    var read = read(GOOD + GOOD.toLowerCase(Locale.ROOT) + GOOD.replace("0001", "0002"));
    assertThat(traces(read)).containsExactly("T0001", "T0002");
    assertThat(read.unreadable())
        .singleElement()
        .extracting(X12Warning::message)
        .isEqualTo(
            "isa at byte " + (GOOD.length() + 1) + " is in small letters, not X12's capitals");
  }

  @Test
  void anUnreadableHeaderIsToldWithItsPlace() throws IOException {
    for (var bad : List.of(GOOD.replace("*0*P*:", ""), GOOD.replace("ISA*00*", "ISA*"))) {
      told(read(GOOD + bad + GOOD));
    }
  }

  private static void told(X12File read) {
    assertThat(traces(read)).hasSize(2);
    assertThat(read.unreadable())
        .extracting(X12Warning::message)
        .containsExactly(
            "ISA at byte "
                + (GOOD.length() + 1)
                + " does not have its sixteen elements and a terminator");
  }

  @Test
  void anInterchangeWithoutSetsSaysSo() throws IOException {
    var empty = interchange("000000008", "").replace("GE*1*", "GE*0*");
    for (var file : List.of(GOOD + empty, empty + GOOD, empty.replaceAll("GS.*", "") + GOOD)) {
      var read = read(file);
      assertThat(traces(read)).containsExactly("T0001");
      assertThat(messages(read)).contains("the interchange holds no transaction set");
    }
  }

  @Test
  void aRepeatedInterchangeNumberIsToldAndBothAreRead() throws IOException {
    var read = read(GOOD + GOOD.replace("0001", "0002"));
    assertThat(traces(read)).containsExactly("T0001", "T0002");
    assertThat(messages(read)).containsExactly("ISA13 is that of an interchange before it");
  }

  /** Some front doors number every interchange 1: the groups that they answer tell them apart. */
  @Test
  void answersUnderOneInterchangeNumberAreTwoAnswers() throws IOException {
    var answer = "ST*999*0001*005010X231A1~AK1*HC*101~AK9*R*1*1*0~SE*4*0001~";
    var file =
        interchange("000000001", answer).replace("GS*HS", "GS*FA").replace("X279A1", "X231A1");
    var read = read(file + file.replace("AK1*HC*101", "AK1*HC*102"));
    assertThat(read.transactions())
        .flatExtracting(X12File.Transaction::records)
        .extracting(r -> ((Acknowledgment) r.record()).ackId())
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void aSegmentWithoutEndCostsItsSetAlone() throws IOException {
    var endless = inquiry("0002").replace("MOSS", "M".repeat(2_000_000));
    var read = read(interchange("000000007", inquiry("0001") + endless + inquiry("0003")));
    assertThat(read.transactions())
        .extracting(t -> t.result().status())
        .containsExactly(Status.ACCEPTED, Status.QUARANTINED, Status.ACCEPTED);
    assertThat(read.transactions().get(1).result().errors())
        .anySatisfy(
            e -> {
              assertThat(e.position()).isEqualTo(9);
              assertThat(e.message()).isEqualTo("a segment is longer than 1048576 characters");
            });
  }

  @Test
  void setsOfOtherTradesAreListedBesideTheGoodOnes() throws IOException {
    for (var other :
        List.of(
            "837*0002*005010X223A2",
            "837*0002*005010X224A2",
            "834*0002*005010X220A1",
            "820*0002")) {
      var read =
          read(
              interchange(
                  "000000007",
                  inquiry("0001") + "ST*" + other + "~BHT*0019*00*1~SE*3*0002~" + inquiry("0003")));
      assertThat(traces(read)).containsExactly("T0001", "T0003");
      assertThat(read.transactions().get(1).result().errors())
          .singleElement()
          .satisfies(e -> assertThat(e.code()).isEqualTo(Fault.UNSUPPORTED_VERSION));
    }
  }

  private static List<String> messages(X12File read) {
    return read.warnings().stream().map(X12Warning::message).toList();
  }

  private static List<String> traces(X12File read) {
    return read.transactions().stream()
        .filter(t -> t.result().status() == Status.ACCEPTED)
        .flatMap(t -> t.records().stream())
        .map(r -> ((EligibilityInquiry) r.record()).inquiryId())
        .toList();
  }

  private static X12File read(String text) throws IOException {
    return X12Reader.collect(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
