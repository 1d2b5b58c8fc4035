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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  @ValueSource(strings = {"original-two-lines", "replacement-for-a-dependent-secondary", "void"})
  void aClaimReadsBackAsItWas(String name) throws IOException {
    var claims = records(golden("837/" + name), Claim.class);
    var written =
        write(
            out ->
                X12Writer.claims(
                    out, ENVELOPE, submission(claims.getFirst().transmission().batch()), claims));
    var again = records(written, Claim.class);
    assertThat(again)
        .usingRecursiveComparison()
        .ignoringFields("transmission.transaction")
        .isEqualTo(claims);
    assertThat(
            write(
                out ->
                    X12Writer.claims(
                        out,
                        ENVELOPE,
                        submission(claims.getFirst().transmission().batch()),
                        again)))
        .isEqualTo(written);
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
    var inquiries = records(golden("270/two-patients"), EligibilityInquiry.class).subList(0, 1);
    var written = write(out -> X12Writer.eligibilityInquiries(out, ENVELOPE, inquiries));
    assertThat(records(written, EligibilityInquiry.class)).isEqualTo(inquiries);
    assertThat(written).contains("EQ*30^MH^A6~").contains("TRN*1*ELC-1*9WILLOWCLI~");
  }

  @Test
  void aStatusInquiryReadsBackAsItWas() throws IOException {
    var inquiries = records(golden("276/one-claim"), ClaimStatusInquiry.class);
    var written = write(out -> X12Writer.statusInquiries(out, ENVELOPE, inquiries));
    assertThat(records(written, ClaimStatusInquiry.class)).isEqualTo(inquiries);
  }

  @Test
  void aReviewRequestReadsBackAsItWas() throws IOException {
    var requests = records(golden("278/request"), Authorization.class);
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
  void aDelimiterInANameIsRefusedAndNotDropped() throws IOException {
    var text = golden("837/void").replace('~', '!').replace("OAKES", "OA~KES");
    var claims = records(text, Claim.class);
    assertThatThrownBy(() -> write(out -> X12Writer.claims(out, ENVELOPE, submission("B"), claims)))
        .isInstanceOf(NotWritableException.class)
        .hasMessage("NM103 holds a delimiter or a control character");
  }

  private interface Write {
    void to(OutputStream out) throws IOException;
  }

  private static String write(Write write) throws IOException {
    var out = new ByteArrayOutputStream();
    write.to(out);
    return out.toString(StandardCharsets.UTF_8);
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
