package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headwater.x12.TransactionResult.Status;
import io.headwater.x12.record.Acknowledgment;
import io.headwater.x12.record.Authorization;
import io.headwater.x12.record.Claim;
import io.headwater.x12.record.ClaimStatusInquiry;
import io.headwater.x12.record.EligibilityInquiry;
import io.headwater.x12.record.X12Record;
import io.headwater.x12.write.Envelope;
import io.headwater.x12.write.NotWritableException;
import io.headwater.x12.write.Submission;
import io.headwater.x12.write.X12Writer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as the same records, and written again is the same bytes. */
class WritingTest {
  private static final Envelope ENVELOPE =
      Envelope.of("WILLOWCLINIC", "HARBORPAY", LocalDateTime.of(2026, 4, 1, 9, 30), 101);

  private static Submission submission(String batch) {
    return new Submission(
        "WILLOW CLINIC", "WILLOWCLINIC", "BILLING", "5555550100", "HARBOR PAY", "HARBORPAY", batch);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aClaimReadsBackAsItWas(String name) throws IOException {
    var claims = records(golden("837/" + name), Claim.class);
    var batch = claims.getFirst().transmission().batch();
    var written = write(out -> X12Writer.claims(out, ENVELOPE, submission(batch), claims));
    var again = records(written, Claim.class);
    assertThat(again)
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .ignoringFields("transmission.transaction")
        .isEqualTo(claims);
    assertThat(write(out -> X12Writer.claims(out, ENVELOPE, submission(batch), again)))
        .isEqualTo(written);
  }

  static Stream<String> claims() throws IOException {
    return folders("837");
  }

  @Test
  void claimsOfOneBillingProviderShareItsLevel() throws IOException {
    var one = records(golden("837/original-two-lines"), Claim.class).getFirst();
    var text =
        write(out -> X12Writer.claims(out, ENVELOPE, submission("B-1"), List.of(one, one, one)));
    assertThat(text).containsOnlyOnce("*20*1~").contains("HL*4*1*22*0~");
    assertThat(records(text, Claim.class)).hasSize(3);
  }

  @Test
  void anInquiryReadsBackAsItWas() throws IOException {
    var inquiries = records(golden("270/two-patients"), EligibilityInquiry.class);
    var written = write(out -> X12Writer.eligibilityInquiries(out, ENVELOPE, inquiries));
    assertThat(records(written, EligibilityInquiry.class)).isEqualTo(inquiries);
    assertThat(written)
        .contains("DTP*291*D8*20260403~", "EQ*30^MH^A6~", "TRN*1*ELC-1*9WILLOWCLI~")
        .contains("DTP*291*RD8*20260403-20260410~");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-claim", "a-dependents-claim"})
  void aStatusInquiryReadsBackAsItWas(String name) throws IOException {
    var inquiries = records(golden("276/" + name), ClaimStatusInquiry.class);
    var written = write(out -> X12Writer.statusInquiries(out, ENVELOPE, inquiries));
    assertThat(records(written, ClaimStatusInquiry.class)).isEqualTo(inquiries);
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "revision-for-a-dependent"})
  void aReviewRequestReadsBackAsItWas(String name) throws IOException {
    var requests = records(golden("278/" + name), Authorization.class);
    var written = write(out -> X12Writer.authorizationRequests(out, ENVELOPE, requests));
    assertThat(records(written, Authorization.class)).isEqualTo(requests);
  }

  @Test
  void whatWasReceivedIsAcknowledged() throws IOException {
    var received = read(golden("mixed/sets-that-are-not-read-beside-one-that-is"));
    var results = received.transactions().stream().map(X12File.Transaction::result).toList();
    var written = write(out -> X12Writer.acknowledgments(out, ENVELOPE, results));
    assertThat(written)
        .contains("AK1*HP*101*005010X221A1~", "AK2*834*0001*005010X220A1~", "IK5*R*1~", "IK5*A~")
        .contains("IK3*BPR*2**8~", "IK4*2**6~", "IK3*CLP*4**8~", "IK5*R*5~", "AK9*P*3*3*1~");
    assertThat(records(written, Acknowledgment.class))
        .extracting(Acknowledgment::transaction, Acknowledgment::accepted)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("0001", false),
            org.assertj.core.groups.Tuple.tuple("0002", true),
            org.assertj.core.groups.Tuple.tuple("0003", false));
  }

  @Test
  void theHeaderHasItsWidthAndTheCountsAreRight() throws IOException {
    var written =
        write(
            out ->
                X12Writer.statusInquiries(
                    out, ENVELOPE, records(golden("276/one-claim"), ClaimStatusInquiry.class)));
    assertThat(written.indexOf('~')).isEqualTo(105);
    assertThat(read(written).warnings()).isEmpty();
  }

  @Test
  void aReplacementWithoutItsOriginalIsRefused() throws IOException {
    var text = golden("837/void").replace("REF*F8*HRB26090A2~\n", "");
    var claims = records(text, Claim.class);
    assertThatThrownBy(() -> write(out -> X12Writer.claims(out, ENVELOPE, submission("B"), claims)))
        .isInstanceOf(NotWritableException.class)
        .hasMessage("claim WC-1: originalReference of a replacement or void is missing");
  }

  @Test
  void whatItsGuideDoesNotAllowIsRefusedWithItsPlace() throws IOException {
    var text = golden("837/void").replace("DMG*D8*19900102*F", "DMG*D8*19900102*X");
    var claims = records(text, Claim.class);
    assertThatThrownBy(() -> write(out -> X12Writer.claims(out, ENVELOPE, submission("B"), claims)))
        .isInstanceOf(NotWritableException.class)
        .hasMessage("837, segment 20, DMG03: invalid code value");
  }

  @Test
  void aDelimiterInANameIsRefusedAndNotDropped() throws IOException {
    var text = golden("837/void").replace('~', '!').replace("OAKES", "OA~KES");
    var claims = records(text, Claim.class);
    assertThatThrownBy(() -> write(out -> X12Writer.claims(out, ENVELOPE, submission("B"), claims)))
        .isInstanceOf(NotWritableException.class)
        .hasMessage("NM103 holds a delimiter or a control character");
  }

  @Test
  void namesAreWrittenInTheCharactersThatX12Carries() throws IOException {
    var text =
        golden("837/void")
            .replace("OAKES*TESS", "O\u2019NE\u00cdL-M\u00d6SS*JOS\u00c9 ")
            .replace("*97301~", "*97301-0012~");
    var written =
        write(out -> X12Writer.claims(out, ENVELOPE, submission("B"), records(text, Claim.class)));
    assertThat(written)
        .contains("NM1*IL*1*O'NEIL-MOSS*JOSE****MI*", "N4*SALEM*OR*973010012~")
        .matches("[ -~\n]*");
    var other = records(text.replace("JOS\u00c9", "\u674e"), Claim.class);
    assertThatThrownBy(() -> write(out -> X12Writer.claims(out, ENVELOPE, submission("B"), other)))
        .isInstanceOf(NotWritableException.class)
        .hasMessage("NM104 holds a character that X12 does not carry");
  }

  @Test
  void aHeaderThatNoAnswerCanRepeatCostsTheOthersNothing() throws IOException {
    var text =
        golden("837/void")
            .replace(
                "GS*HC*HARBORPAY*WILLOWCLINIC*20260401*0930*101*",
                "GS*HC*A*B*20260401*0930*G-12345678901*")
            .replace("ST*837*0001*", "ST*837**");
    var results = read(text).transactions().stream().map(X12File.Transaction::result).toList();
    var written = write(out -> X12Writer.acknowledgments(out, ENVELOPE, results));
    assertThat(written)
        .contains("AK1*HC*123456789*005010X222A1~", "AK2*837*0000*005010X222A1~")
        .contains("IK3*ST*1**8~", "IK4*2**1~", "AK9*R*1*1*0~");
    assertThat(read(written).summary().accepted()).isEqualTo(1);
  }

  @Test
  void aSecondaryClaimCarriesWhatThePrimaryDid() throws IOException {
    var claims = records(golden("837/secondary-after-the-primary-paid"), Claim.class);
    var written = write(out -> X12Writer.claims(out, ENVELOPE, submission("B-5"), claims));
    assertThat(written.replace("\n", ""))
        .contains("SBR*P*18*GRP-7******CI~CAS*CO*253*2.5~AMT*D*150~OI***Y***Y~")
        .contains("NM1*PR*2*HARBOR PAY*****PI*HRB01~REF*F8*HRB26060A1~LX*1~")
        .contains("SVD*HRB01*0*HC:90785**1~CAS*CO*97*40*1*45*10~CAS*PR*1*15~DTP*573*D8*20260320~");
    assertThat(claims.getFirst().otherPayers().getFirst().paidOn()).isEqualTo("2026-03-20");
  }

  @Test
  void aSecondaryClaimThatDoesNotAddUpIsRefused() throws IOException {
    var text = golden("837/secondary-after-the-primary-paid").replace("AMT*D*150", "AMT*D*151");
    var claims = records(text, Claim.class);
    assertThatThrownBy(() -> write(out -> X12Writer.claims(out, ENVELOPE, submission("B"), claims)))
        .isInstanceOf(NotWritableException.class)
        .hasMessage(
            "claim WC-5, payer HRB01: paid 151 and adjustments of 100.0 do not come to the charge"
                + " of 250");
  }

  @Test
  void aRevisionNamesTheAuthorizationItIsAbout() throws IOException {
    var text = golden("278/revision-for-a-dependent").replace("REF*BB*AUTH-60~\n", "");
    var requests = records(text, Authorization.class);
    assertThatThrownBy(() -> write(out -> X12Writer.authorizationRequests(out, ENVELOPE, requests)))
        .isInstanceOf(NotWritableException.class)
        .hasMessage("request AU-6: the number of the authorization it is about is missing");
  }

  @Test
  void aLineWhoseProviderHasNoNameIsRefused() throws IOException {
    var text =
        golden("837/the-supervisor-as-rendering").replace("NM1*82*1*ROE*KIT*", "NM1*82*1***");
    var claims = records(text, Claim.class);
    assertThatThrownBy(() -> write(out -> X12Writer.claims(out, ENVELOPE, submission("B"), claims)))
        .isInstanceOf(NotWritableException.class)
        .hasMessage("claim WC-7 line 2: the name of provider 82 is missing");
  }

  private interface Write {
    void to(OutputStream out) throws IOException;
  }

  private static String write(Write write) throws IOException {
    var out = new ByteArrayOutputStream();
    write.to(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Stream<String> folders(String set) throws IOException {
    try (var list = Files.list(Path.of("src", "test", "resources", set))) {
      return list.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }

  private static String golden(String name) throws IOException {
    return Files.readString(Path.of("src", "test", "resources", name, "in.edi"));
  }

  private static X12File read(String text) throws IOException {
    return X12Reader.collect(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static <T extends X12Record> List<T> records(String text, Class<T> type)
      throws IOException {
    var file = read(text);
    assertThat(file.transactions())
        .allMatch(t -> t.result().status() == Status.ACCEPTED, "accepted: " + file.transactions());
    return file.transactions().stream()
        .flatMap(t -> t.records().stream())
        .map(ReadRecord::record)
        .map(type::cast)
        .toList();
  }
}
