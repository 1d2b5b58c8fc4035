package io.headwater.gateway;

import static io.headwater.gateway.fake.Door.OPERATOR;
import static io.headwater.gateway.fake.Door.newPractice;
import static io.headwater.gateway.fake.Door.with;
import static io.headwater.gateway.fake.Remittances.interchange;
import static io.headwater.gateway.fake.Remittances.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.headwater.gateway.fake.FakeServices;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many files at once. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
@QuarkusTestResource(FakeServices.class)
class BundleIT {

  private static final Instant LONG_AGO = Instant.parse("2026-02-10T14:20:00Z");
  private static final String PAYER =
      "{\"kind\":\"payer\",\"record\":{\"payerId\":\"P1\",\"name\":\"Northstar\"}}\n";

  private String key;

  @BeforeEach
  void aNewPractice() {
    key = newPractice();
  }

  @Test
  void eachFileIsAnsweredAsByItsOwnDoor() {
    String file = interchange(set("0001", "FIRST", 2, "0001"));
    sent(key, zip("a.x12", file)).statusCode(200).body("files[0].status", equalTo(201));

    var answer =
        sent(
            key,
            zip(
                "in/",
                "",
                "in/again.835",
                file,
                "in/.DS_Store",
                "x",
                "in/records.ndjson",
                PAYER + "{\"kind\":\"prayer\"}\n",
                "in/letter.txt",
                "hello",
                "in/bad.835",
                interchange(set("0001", "BAD", 1, "0666")),
                "in/new.835",
                interchange(set("0001", "NEW", 1, "0001")),
                "in/more",
                PAYER));

    answer
        .statusCode(200)
        .body(
            "files.name",
            contains(
                "in/again.835",
                "in/records.ndjson",
                "in/letter.txt",
                "in/bad.835",
                "in/new.835",
                "in/more"))
        .body("files.status", contains(200, 200, 400, 422, 201, 200))
        .body("files[0].answer.interchanges[0].transactions[0].records", equalTo(3))
        .body("files[1].answer.accepted", equalTo(1))
        .body("files[1].answer.errors[0].line", equalTo(2))
        .body("files[2].answer.code", equalTo("BODY_UNREADABLE"))
        .body("files[3].answer.code", equalTo("NOTHING_ACCEPTED"))
        .body("files[3].answer.interchanges[0].transactions[0].status", equalTo("QUARANTINED"))
        .body("files[4].answer.status", equalTo("ACCEPTED"))
        .body("files[5].answer.accepted", equalTo(1));
    with(key).get("/v1/x12").then().body("", hasSize(3));
    with(key).get("/v1/x12?status=QUARANTINED").then().body("", hasSize(1));
    String id = answer.extract().path("files[4].answer.id");
    assertThat(with(key).get("/v1/x12/" + id + "/records").asString().lines()).hasSize(2);
    with(key).body(file).post("/v1/x12").then().statusCode(200);
  }

  @Test
  void theSameFileTwiceIsReadOnce() {
    String file = interchange(set("0001", "TWICE", 3, "0001"));

    sent(key, zip("a.835", file, "b.835", file))
        .body("files.status", contains(201, 200))
        .body("files.answer.status", contains("ACCEPTED", "ACCEPTED"));

    assertThat(payments()).hasSize(3);
    with(key).get("/v1/x12").then().body("", hasSize(1));
  }

  @Test
  void whatAFileSaysCanHaveBeenLearnedAtTheTimeThatItBears() {
    byte[] zip = zip("a.835", interchange(set("0001", "OLD", 1, "0001")));
    String narrow =
        with(key)
            .contentType("application/json")
            .body(Map.of("scopes", List.of("x12:write", "records:write")))
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .path("apiKey");

    with(key)
        .body(zip)
        .post("/v1/files?recordedAt=entries")
        .then()
        .body("files[0].answer.recordedAt", equalTo(LONG_AGO.toString()));
    assertThat(payments()).singleElement().asString().contains("recordedAt=" + LONG_AGO);
    with(narrow)
        .body(zip("b.835", interchange(set("0001", "NOW", 1, "0001"))))
        .post("/v1/files?recordedAt=entries")
        .then()
        .body("files[0].answer.recordedAt", not(equalTo(LONG_AGO.toString())));
    with(key)
        .body(zip)
        .post("/v1/files?recordedAt=yesterday")
        .then()
        .statusCode(400)
        .body("code", equalTo("PARAMETER_INVALID"));
  }

  @Test
  void aBundleThatMetAnOutageIsReadWhenItIsSentAgain() {
    byte[] zip = zip("a.ndjson", PAYER, "b.835", interchange(set("0001", "LATE", 2, "0001")));
    outages("[\"PAYMENTS\"]");
    try {
      sent(key, zip).statusCode(503).body("code", equalTo("SERVICE_AWAY"));
    } finally {
      outages("[]");
    }
    with(key).get("/v1/x12").then().body("", hasSize(0));

    sent(key, zip).statusCode(200).body("files.status", contains(200, 201));
    assertThat(payments()).hasSize(2);
  }

  @Test
  void whatIsNoWholeZipIsRefused() {
    byte[] zip = zip("a.835", interchange(set("0001", "CUT", 50, "0001")));

    for (byte[] bad :
        List.of(
            "hello".getBytes(StandardCharsets.UTF_8),
            new byte[0],
            Arrays.copyOf(zip, zip.length / 2))) {
      sent(key, bad).statusCode(400).body("code", equalTo("BODY_UNREADABLE"));
    }
    with(key).get("/v1/x12").then().body("", hasSize(0));
  }

  @Test
  void aSmallZipThatUnpacksWithoutEndIsRefused() {
    byte[] zip = zip("a.835", "ISA*00*" + "\n".repeat(64 << 20));
    assertThat(zip.length).isLessThan(200_000);

    sent(key, zip).statusCode(413).body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void theSameRequestByNameIsAnsweredOnce() {
    byte[] zip = zip("a.835", interchange(set("0001", "ONCE", 1, "0001")));
    for (String replayed : new String[] {null, "true"}) {
      var answer =
          with(key).header("Idempotency-Key", "bundle-1").body(zip).post("/v1/files").then();

      answer.statusCode(200).body("files[0].status", equalTo(201));
      assertThat(answer.extract().header("Idempotency-Replayed")).isEqualTo(replayed);
    }
  }

  private static void outages(String services) {
    with(OPERATOR)
        .contentType("application/json")
        .body(services)
        .put("/v1/outages")
        .then()
        .statusCode(200);
  }

  /** The claim payments that payments was sent for this practice. */
  private List<String> payments() {
    return with(key).get("/v1/facts/claim-payment?id=any").jsonPath().getList("").stream()
        .map(String::valueOf)
        .toList();
  }

  private static ValidatableResponse sent(String key, byte[] zip) {
    return with(key).contentType("application/zip").body(zip).post("/v1/files").then();
  }

  /** Names and contents in turn; a name that ends with a slash is a folder. */
  private static byte[] zip(String... files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < files.length; i += 2) {
        var entry = new ZipEntry(files[i]);
        entry.setLastModifiedTime(FileTime.from(LONG_AGO));
        zip.putNextEntry(entry);
        zip.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
