package io.headwater.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.cli.client.Reply;
import org.junit.jupiter.api.Test;

class ReceptionTest {
  @Test
  void aFileTakenWholeIsCounted() throws Exception {
    Reception reception =
        received(
            201,
            """
            {"interchanges": [{"controlNumber": "1", "transactions": [
              {"set": "837", "controlNumber": "0001", "status": "ACCEPTED", "records": 2, "errors": []},
              {"set": "837", "controlNumber": "0002", "status": "ACCEPTED", "records": 1, "errors": []}]}]}
            """);

    assertThat(reception.accepted()).isTrue();
    assertThat(reception.summary()).isEqualTo("accepted: 2 transactions, 3 records");
  }

  @Test
  void whatIsQuarantinedIsToldWithPlaceAndReason() throws Exception {
    Reception reception =
        received(
            201,
            """
            {"interchanges": [{"controlNumber": "000000007", "transactions": [
              {"set": "835", "controlNumber": "0001", "status": "QUARANTINED", "errors": [
                {"segment": "CLP", "position": 14, "element": 3, "code": "6", "message": "not an amount"}]}]}]}
            """);

    assertThat(reception.accepted()).isFalse();
    assertThat(reception.summary())
        .isEqualTo(
            "quarantined: interchange 000000007, 835 0001, segment CLP, position 14, element 3, code 6: not an amount");
  }

  @Test
  void badLinesOfRecordsAreTold() throws Exception {
    Reception reception =
        received(
            200,
            """
            {"accepted": 3, "rejected": 1,
             "errors": [{"line": 2, "kind": "payer", "pointer": "/record/nmae", "message": "unknown field"}]}
            """);

    assertThat(reception.accepted()).isFalse();
    assertThat(reception.summary())
        .isEqualTo("rejected: line 2, payer /record/nmae: unknown field");
  }

  @Test
  void eachFileOfABundleIsTold() throws Exception {
    var reply =
        new Reply(
            200,
            new ObjectMapper()
                .readTree(
                    """
                    {"files": [
                      {"name": "0.ndjson", "status": 200, "answer": {"accepted": 2, "rejected": 0, "errors": []}},
                      {"name": "1.x12", "status": 400, "answer": {"code": "BODY_UNREADABLE", "title": "No"}}]}
                    """));

    assertThat(Reception.each(reply, 2).stream().map(Reception::summary))
        .containsExactly("accepted: 2 records", "refused: 400 BODY_UNREADABLE: No");
    assertThat(Reception.each(new Reply(503, reply.body().path("no")), 2).stream())
        .hasSize(2)
        .noneMatch(Reception::accepted);
  }

  @Test
  void aRefusalIsToldByItsProblem() throws Exception {
    Reception reception =
        received(401, "{\"title\": \"No such key\", \"code\": \"api-key-invalid\"}");

    assertThat(reception.accepted()).isFalse();
    assertThat(reception.summary()).isEqualTo("refused: 401 api-key-invalid: No such key");
  }

  private static Reception received(int status, String body) throws Exception {
    return Reception.of(new Reply(status, new ObjectMapper().readTree(body)));
  }
}
