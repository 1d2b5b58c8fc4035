package io.headwater.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ChangedTextTest {

  @Test
  void whatChangedIsToldWithTheRecordsThroughWhichItDid() {
    assertThat(
            text(
                """
                {"controlNumber":"CLM-1","from":"2026-03-20T00:00:00Z","to":"2026-03-28T00:00:00Z","changed":true,
                 "timePassed":false,"learned":false,"verdict":{"before":"PENDING","after":"DENIED"},
                 "causes":[{"code":"AUTH.ABSENT","kind":"ADDED","roleAfter":"ROOT","confidenceAfter":0.97}],
                 "action":{"before":{"steps":["WAIT"]},"after":{"steps":["APPEAL"]}},
                 "deadline":{"before":null,"after":"2026-06-25"},"denied":{"before":0.00,"after":185.00},
                 "recoverable":{},"expectedValue":{},
                 "records":[{"service":"PAYMENTS","kind":"claim-payment","record":"CP-1","version":1,"recordedAt":"2026-03-27T11:00:00Z"}]}
                """))
        .contains(
            "CLM-1",
            "PENDING",
            "DENIED",
            "came, as root, 97 % sure",
            "2026-06-25",
            "$185.00",
            "claim-payment",
            "CP-1")
        .doesNotContain("Time passed");
  }

  @Test
  void whereNothingChangedNothingIsTold() {
    assertThat(text("{\"controlNumber\":\"CLM-1\",\"changed\":false}"))
        .contains("Nothing changed.");
  }

  private static String text(String json) {
    try {
      return ChangedText.of(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
