package io.headwater.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class QueueTextTest {

  @Test
  void aRemittanceIsToldWithWhatAPersonNeedsToDecide() throws Exception {
    var queue =
        json(
            """
            {"remittances":[{"id":"NSH01-TR1-1","kind":"claim-payment","record":"NSH01-TR1-1",
              "reasons":["AMBIGUOUS","UNBALANCED"],"controlNumber":"77120094","traceNumber":"TR1",
              "serviceDate":"2026-02-09","charge":"185.00","paid":"0.00",
              "failing":["line 1 of claim 77120094: SVC02 - CAS = SVC03: 0.01 is not 0"],
              "candidates":[{"controlNumber":"CLM-1","by":"MEMBER_AND_SERVICE","confidence":0.9}]}],
             "missing":[],"next":"77120094"}
            """);

    assertThat(QueueText.of(queue))
        .contains("1 remittance waits.")
        .contains("NSH01-TR1-1  fits several claims, does not balance")
        .contains("sent as 77120094")
        .contains("may answer CLM-1, by member and service (0.90)")
        .contains("SVC02 - CAS = SVC03")
        .contains("More: --after 77120094");
  }

  @Test
  void anEmptyQueueIsGoodNews() throws Exception {
    assertThat(QueueText.of(json("{\"remittances\":[]}"))).contains("Every remittance that came");
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
