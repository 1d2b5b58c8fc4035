package io.headwater.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.headwater.x12.record.ClaimPayment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tells one payment from another, and what does not. */
class PaymentIdentityTest {

  private static final String MONDAY =
      "CLP*PT-77*1*185*120**12*ICN1*11*1~SVC*HC:90837*185*120~DTM*472*20260209~CAS*CO*45*65~";
  private static final String THURSDAY = MONDAY.replace("20260209", "20260212");

  @Test
  void anIdNamesThePaymentTheClaimAndTheVisit() throws IOException {
    assertThat(ids(file(1, "", "TR1", MONDAY)))
        .containsExactly("NSH01-TR1-2026-03-02-PT-77-ICN1-1-2026-02-09-185.00-1");
  }

  @Test
  void visitsUnderOneNumberAreToldApartInOneFileOrInTwo() throws IOException {
    var together = ids(file(1, "", "TR1", MONDAY + THURSDAY));

    assertThat(together).doesNotHaveDuplicates().hasSize(2);
    assertThat(ids(file(2, "\n", "TR1", THURSDAY))).containsExactly(together.get(1));
    assertThat(ids(file(3, "\r\n", "TR1", THURSDAY + MONDAY)))
        .containsExactlyInAnyOrderElementsOf(together);
  }

  @Test
  void whatIsTheSameInAllOfItIsCounted() throws IOException {
    assertThat(ids(file(1, "", "TR1", MONDAY + MONDAY)))
        .extracting(id -> id.substring(id.lastIndexOf('-') + 1))
        .containsExactly("1", "2");
  }

  @Test
  void anotherPaymentReversalOrPayersNumberIsAnother() throws IOException {
    var first = ids(file(1, "", "TR1", MONDAY)).getFirst();

    assertThat(ids(file(1, "", "TR2", MONDAY))).doesNotContain(first);
    assertThat(ids(file(1, "", "TR1", MONDAY.replace("*1*185*120*", "*22*-185*-120*"))))
        .doesNotContain(first);
    assertThat(ids(file(1, "", "TR1", MONDAY.replace("ICN1", "ICN2")))).doesNotContain(first);
  }

  @Test
  void anAmountWrittenOtherwiseIsTheSameAmount() throws IOException {
    assertThat(ids(file(1, "", "TR1", MONDAY.replace("*1*185*120*", "*1*185.0*120.00*"))))
        .isEqualTo(ids(file(1, "", "TR1", MONDAY)));
  }

  private static List<String> ids(String file) throws IOException {
    try (var in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))) {
      return X12Reader.collect(in).transactions().stream()
          .flatMap(transaction -> transaction.records().stream())
          .map(ReadRecord::record)
          .filter(ClaimPayment.class::isInstance)
          .map(payment -> ((ClaimPayment) payment).claimPaymentId())
          .toList();
    }
  }

  private static String file(int control, String lineEnd, String trace, String claims) {
    var body =
        "BPR*I*120*C*ACH************20260302~TRN*1*"
            + trace
            + "*1512345678~N1*PR*NORTHSTAR HEALTH*XV*NSH01~N1*PE*CEDAR HOLLOW*XX*1900000203~LX*1~"
            + claims;
    var segments = body.split("~").length + 2;
    return ("ISA*00*          *00*          *ZZ*NSH01          *ZZ*CEDAR          *260302*1200*^*00501*%09d*0*P*:~"
                .formatted(control)
            + "GS*HP*NSH01*CEDAR*20260302*1200*%d*X*005010X221A1~ST*835*0001~".formatted(control)
            + body
            + "SE*%d*0001~GE*1*%d~IEA*1*%09d~".formatted(segments, control, control))
        .replace("~", "~" + lineEnd);
  }
}
