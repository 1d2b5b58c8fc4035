package io.headwater.gateway;

import static io.headwater.gateway.fake.Door.newPractice;
import static io.headwater.gateway.fake.Door.with;
import static io.headwater.gateway.fake.Remittances.interchange;
import static io.headwater.gateway.fake.Remittances.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headwater.gateway.fake.FakeServices;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes in: bulk records and X12 files. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
@QuarkusTestResource(FakeServices.class)
class FactsIT {

  private String key;

  @BeforeEach
  void aNewPractice() {
    key = newPractice();
  }

  @Test
  void aBadLineNeverStopsTheGoodOnes() {
    records(
            """
            {"kind":"payer","record":{"payerId":"P1","name":"Northstar"}}
            {"kind":"payer","record":{"payerId":"P2","nmae":"Northstar"}}

            {"kind":"prayer","record":{}}
            {"kind":
            {"kind":"provider","recordedAt":"2026-02-30T00:00:00Z","record":{"npi":"1900000112","name":"Lind"}}
            {"kind":"payer","record":{"payerId":"P3","name":"Meridian"}}
            """)
        .then()
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("rejected", equalTo(4))
        .body("errors.line", contains(2, 2, 4, 5, 6))
        .body(
            "errors.pointer", contains("/record/name", "/record/nmae", "/kind", "", "/recordedAt"));
  }

  @Test
  void gzipIsReadToo() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(
          "{\"kind\":\"payer\",\"record\":{\"payerId\":\"P\",\"name\":\"N\"}}"
              .getBytes(StandardCharsets.UTF_8));
    }
    with(key)
        .contentType("application/x-ndjson")
        .header("Content-Encoding", "gzip")
        .body(bytes.toByteArray())
        .post("/v1/records")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
  }

  @Test
  void aNamedLoadIsDoneOnce() {
    String line = "{\"kind\":\"payer\",\"record\":{\"payerId\":\"P\",\"name\":\"N\"}}";
    for (int i = 0; i < 2; i++) {
      with(key)
          .header("Idempotency-Key", "load-1")
          .body(line)
          .post("/v1/records")
          .then()
          .statusCode(200)
          .body("accepted", equalTo(1));
    }
    with(key)
        .header("Idempotency-Key", "load-1")
        .body(line + "\n")
        .post("/v1/records")
        .then()
        .statusCode(422);
  }

  @Test
  void aFileIsReadOnceHoweverOftenItComes() throws IOException {
    var first = x12(key, "837.x12").then().statusCode(201).extract().jsonPath();
    var second = x12(key, "837.x12").then().statusCode(200).extract().jsonPath();

    assertThat(second.getString("id")).isEqualTo(first.getString("id"));
    assertThat(first.getString("interchanges[0].transactions[0].status")).isEqualTo("ACCEPTED");
    assertThat(first.getInt("interchanges[0].transactions[0].records")).isEqualTo(1);
    assertThat(first.getString("interchanges[0].controlNumber")).isEqualTo("900000001");
  }

  @Test
  void whatWasReadCanBeHeldAgainstTheFile() throws IOException {
    String id = x12(key, "835.x12").then().statusCode(201).extract().path("id");

    String[] lines =
        with(key)
            .get("/v1/x12/" + id + "/records")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .split("\n");

    assertThat(lines).hasSize(2);
    JsonNode remittance = new ObjectMapper().readTree(lines[0]);
    assertThat(remittance.get("kind").textValue()).isEqualTo("remittance");
    assertThat(remittance.get("segment").intValue()).isEqualTo(2);
    JsonNode payment = new ObjectMapper().readTree(lines[1]);
    assertThat(payment.at("/record/controlNumber").textValue()).isEqualTo("CLM-9001");
    assertThat(payment.at("/record/charge").textValue()).isEqualTo("185");
    assertThat(payment.at("/record/lines/0/adjustments/0/reason").textValue()).isEqualTo("197");
  }

  @Test
  void whatCannotBeAcceptedIsKeptAndListed() throws IOException {
    x12(key, "old-837.x12")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("NOTHING_ACCEPTED"))
        .body("interchanges[0].transactions[0].status", equalTo("QUARANTINED"));

    with(key)
        .get("/v1/x12?status=QUARANTINED")
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("[0].interchanges[0].transactions[0].errors", hasSize(1));
  }

  /** As a clearinghouse's folder is sent in one piece, packed, with all that lay in it. */
  @Test
  void whatCannotBeReadIsToldAndItsNeighboursAreRead() throws IOException {
    String good = text("837.x12");
    String empty =
        good.replaceAll("(?s)ST\\*.*SE\\*\\d+\\*\\d+~\\s*", "").replace("GE*1*", "GE*0*");
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      String all =
          "\uFEFF"
              + good.toLowerCase(Locale.ROOT)
              + good.replace("ISA*00*", "ISA*")
              + empty
              + good
              + "-- end --";
      gzip.write(all.getBytes(StandardCharsets.UTF_8));
    }

    var file =
        with(key).body(packed.toByteArray()).post("/v1/x12").then().statusCode(201).extract();

    assertThat(file.jsonPath().getString("status")).isEqualTo("PARTIAL");
    assertThat(file.jsonPath().getList("interchanges.transactions.flatten().status"))
        .containsExactly("ACCEPTED");
    assertThat(file.jsonPath().getList("warnings.message", String.class))
        .anyMatch(m -> m.matches("isa at byte \\d+ is in small letters.*"))
        .anyMatch(m -> m.matches("ISA at byte \\d+ does not have its sixteen elements.*"))
        .contains("the interchange holds no transaction set")
        .anyMatch(m -> m.endsWith("characters outside an interchange were passed over"));
    with(key).get("/v1/x12?status=QUARANTINED").then().body("", hasSize(1));

    with(key)
        .body(empty)
        .post("/v1/x12")
        .then()
        .statusCode(422)
        .body("warnings.message", contains("the interchange holds no transaction set"));
    with(key)
        .body(Arrays.copyOf(packed.toByteArray(), packed.size() / 2))
        .post("/v1/x12")
        .then()
        .statusCode(400)
        .body("code", equalTo("BODY_UNREADABLE"));
  }

  @Test
  void textThatIsNoX12IsRefused() {
    with(key)
        .contentType("application/edi-x12")
        .body("hello".getBytes(StandardCharsets.UTF_8))
        .post("/v1/x12")
        .then()
        .statusCode(400)
        .body("code", equalTo("BODY_UNREADABLE"));
  }

  @Test
  void anotherPracticeSeesNothingOfIt() throws IOException {
    String id = x12(key, "837.x12").then().extract().path("id");
    String other = newPractice();

    with(other).get("/v1/x12/" + id).then().statusCode(404);
    with(other).get("/v1/x12/" + id + "/records").then().statusCode(404);
    with(other).get("/v1/x12").then().body("", hasSize(0));
  }

  @Test
  void aServiceThatIsAwayIsSaid() {
    with(io.headwater.gateway.fake.Door.OPERATOR)
        .contentType("application/json")
        .body("[\"CLAIMS\"]")
        .put("/v1/outages")
        .then()
        .statusCode(200);
    try {
      records("{\"kind\":\"payer\",\"record\":{\"payerId\":\"P\",\"name\":\"N\"}}")
          .then()
          .statusCode(503)
          .body("code", equalTo("SERVICE_AWAY"));
    } finally {
      with(io.headwater.gateway.fake.Door.OPERATOR)
          .contentType("application/json")
          .body("[]")
          .put("/v1/outages")
          .then()
          .statusCode(200);
    }
  }

  @Test
  void aSetTooLargeToHoldGoesWhole() {
    String file = interchange(set("0001", "BIG", 3000, "0001"), set("0002", "NEXT", 2, "0002"));

    sent(key, file)
        .then()
        .statusCode(201)
        .body("interchanges[0].transactions.status", contains("ACCEPTED", "ACCEPTED"))
        .body("interchanges[0].transactions.records", contains(3001, 3));

    assertThat(payments()).hasSize(3002);
  }

  @Test
  void aSetThatTurnsOutBadAtItsEndLeavesNothing() {
    String file = interchange(set("0001", "BIG", 3000, "0666"), set("0002", "NEXT", 2, "0002"));

    String id =
        sent(key, file)
            .then()
            .statusCode(201)
            .body("status", equalTo("PARTIAL"))
            .body("interchanges[0].transactions.status", contains("QUARANTINED", "ACCEPTED"))
            .extract()
            .path("id");

    assertThat(payments()).hasSize(2);
    assertThat(with(key).get("/v1/x12/" + id + "/records").asString().lines())
        .hasSize(3)
        .first()
        .asString()
        .contains("\"kind\":\"remittance\"", "\"transaction\":2,\"segment\":2");
  }

  @Test
  void aFileThatBreaksOffIsContinuedWhenItIsSentAgain() throws Exception {
    String file = interchange(set("0001", "FIRST", 2, "0001"), set("0002", "SECOND", 2, "0002"));
    sendAndBreakOff(file, file.indexOf("CLP*SECOND-2"));
    for (int i = 0; i < 100 && payments().isEmpty(); i++) {
      Thread.sleep(100);
    }

    assertThat(payments()).hasSize(2).allMatch(payment -> payment.contains("FIRST-"));
    with(key).get("/v1/x12").then().body("", hasSize(0));
    Thread.sleep(1100);
    sent(key, file).then().statusCode(201).body("status", equalTo("ACCEPTED"));
    assertThat(payments().stream().map(FactsIT::recordedAt).distinct()).hasSize(1);
    assertThat(payments().stream().filter(payment -> payment.contains("SECOND-"))).hasSize(2);
    sent(key, file).then().statusCode(200);
  }

  @Test
  void aSmallBodyThatUnpacksWithoutEndIsRefused() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write("ISA*00*".getBytes(StandardCharsets.US_ASCII));
      byte[] nothing = "\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 64; i++) {
        gzip.write(nothing);
      }
    }
    assertThat(bomb.size()).isLessThan(100_000);

    for (String door : new String[] {"/v1/x12", "/v1/records"}) {
      with(key)
          .header("Content-Encoding", "gzip")
          .body(bomb.toByteArray())
          .post(door)
          .then()
          .statusCode(413)
          .contentType("application/problem+json")
          .body("code", equalTo("BODY_TOO_LARGE"))
          .body("detail", equalTo("the gzip unpacks to more than 150 times its size"));
    }
  }

  /** Claims a whole body and sends only its beginning. */
  private void sendAndBreakOff(String file, int length) throws Exception {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      var head =
          "POST /v1/x12 HTTP/1.1\r\nHost: localhost\r\nX-API-Key: "
              + key
              + "\r\nContent-Type: application/edi-x12\r\nContent-Length: "
              + file.length()
              + "\r\n\r\n";
      socket
          .getOutputStream()
          .write((head + file.substring(0, length)).getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      Thread.sleep(300);
    }
  }

  /** The claim payments that payments was sent for this practice. */
  private List<String> payments() {
    var answer = with(key).get("/v1/facts/claim-payment?id=any");
    return answer.statusCode() == 404
        ? List.of()
        : answer.jsonPath().getList("").stream().map(String::valueOf).toList();
  }

  private static String recordedAt(String fact) {
    return fact.replaceAll(".*recordedAt=([^,}]+).*", "$1");
  }

  private static Response sent(String key, String file) {
    return with(key)
        .contentType("application/edi-x12")
        .body(file.getBytes(StandardCharsets.US_ASCII))
        .post("/v1/x12");
  }

  private Response records(String lines) {
    return with(key)
        .contentType("application/x-ndjson")
        .body(lines.getBytes(StandardCharsets.UTF_8))
        .post("/v1/records");
  }

  private static Response x12(String key, String name) throws IOException {
    return with(key)
        .contentType("application/edi-x12")
        .body(text(name).getBytes(StandardCharsets.UTF_8))
        .post("/v1/x12");
  }

  private static String text(String name) throws IOException {
    try (var in = Objects.requireNonNull(FactsIT.class.getResourceAsStream("/x12/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
