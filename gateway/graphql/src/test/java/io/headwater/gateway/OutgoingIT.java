package io.headwater.gateway;

import static io.headwater.gateway.fake.Door.newPractice;
import static io.headwater.gateway.fake.Door.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.headwater.gateway.fake.FakeServices;
import io.headwater.testkit.ServiceStack;
import io.headwater.x12.TransactionResult.Status;
import io.headwater.x12.X12Reader;
import io.headwater.x12.record.Claim;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes out as X12, written from what is on file. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
@QuarkusTestResource(FakeServices.class)
class OutgoingIT {

  private static final String PROFILE =
      """
      {"kind":"practice-profile","record":{"name":"CEDAR HOLLOW","groupNpi":"1900000203","tin":"741555010","taxonomy":"261QM0801X","phone":"(555) 555-0100","address":{"line":"410 LIVE OAK ST","city":"AUSTIN","state":"TX","zip":"787011234"}}}
      {"kind":"payer","record":{"payerId":"NSH01","name":"NORTHSTAR HEALTH"}}
      {"kind":"provider","record":{"npi":"1900000120","name":"Jonah Park"}}
      {"kind":"patient","record":{"patientId":"PT-1","name":{"first":"RENATA","last":"OKONJO"},"birthDate":"1988-04-19","sex":"F","address":{"line":"1 ELM","city":"AUSTIN","state":"TX","zip":"78701"}}}
      {"kind":"coverage","record":{"coverageId":"CV-1","patientId":"PT-1","rank":"P","payerId":"NSH01","memberId":"NSH44120087","groupNumber":"G1"}}
      """;

  private String key;

  @BeforeEach
  void aPractice() {
    key = newPractice();
    with(key).body(PROFILE).post("/v1/records").then().body("accepted", equalTo(5));
  }

  @Test
  void aReplacementNamesThePayersFirstFinalisedNumber() throws IOException {
    send("837.x12");
    with(key)
        .get("/v1/claims/CLM-9001/837?frequency=7")
        .then()
        .statusCode(409)
        .body("code", equalTo("CLAIM_NOT_FINALISED"))
        .body("detail", containsString("CLM-9001 at payer NSH01"));

    send("835.x12");

    for (String frequency : new String[] {"7", "8"}) {
      var written = edi("/v1/claims/CLM-9001/837?frequency=" + frequency);
      assertThat(written)
          .contains("CLM*CLM-9001*185***11:B:" + frequency + "*Y*A*Y*Y~", "REF*F8*PCN9001~")
          .contains("PER*IC*BILLING*TE*5555550100~", "REF*G1*NSH-A-1~", "HI*ABK:F411~");
      assertThat(claim(written).renderingNpi()).isEqualTo("1900000120");
    }
    assertThat(edi("/v1/claims/CLM-9001/837")).contains(":1*Y*A").doesNotContain("REF*F8");
    assertThat(edi("/v1/claims/CLM-9001/276"))
        .contains("REF*EJ*CLM-9001~", "AMT*T3*185~", "DTP*472*D8*20260310~");
  }

  @Test
  void aClaimOfBulkRecordsIsCompletedFromWhatIsOnFile() throws IOException {
    record(
        """
        {"kind":"claim","record":{"controlNumber":"CLM-2","payerId":"NSH01","patientId":"PT-1","renderingNpi":"1900000120","renderingTaxonomy":"101YP2500X","placeOfService":"10","diagnoses":["F41.1"],"lines":[{"number":1,"procedure":"90837","modifiers":["95"],"charge":"185.00","units":1,"diagnosisPointers":[1],"serviceDate":"2026-03-10"}]}}
        """);

    var written = edi("/v1/claims/CLM-2/837");
    assertThat(written).containsPattern("SBR\\*P\\*18\\*[^~]*\\*(CI|ZZ)~");

    assertThat(written)
        .contains("NM1*85*2*CEDAR HOLLOW*****XX*1900000203~", "N4*AUSTIN*TX*787011234~")
        .contains("NM1*IL*1*OKONJO*RENATA****MI*NSH44120087~", "SBR*P*18*G1")
        .contains("NM1*82*1*Park*Jonah****XX*1900000120~", "SV1*HC:90837:95*185*UN*1***1~");
    assertThat(claim(written).totalCharge()).isEqualByComparingTo("185");
  }

  @Test
  void whatIsMissingOnFileIsNamed() {
    record(
        """
        {"kind":"claim","record":{"controlNumber":"CLM-3","payerId":"NSH01","patientId":"PT-1","placeOfService":"11","diagnoses":["F41.1"],"lines":[{"number":1,"procedure":"90837","charge":"185.00","serviceDate":"2026-03-10"}]}}
        """);

    with(key)
        .get("/v1/claims/CLM-3/837")
        .then()
        .statusCode(422)
        .body("code", equalTo("NOT_WRITABLE"))
        .body("detail", equalTo("claim CLM-3 line 1: units is missing"));
    with(newPractice()).get("/v1/claims/CLM-3/837?contactPhone=5555550100").then().statusCode(404);
    with(key).get("/v1/claims/none/837").then().statusCode(404);
    with(key).get("/v1/claims/CLM-3/837?frequency=3").then().statusCode(400);
    with(newPractice()).get("/v1/claims/CLM-3/837").then().statusCode(404);
  }

  @Test
  void aFileIsAcknowledgedByA999TheSameEachTime() throws IOException {
    var good = file("837.x12");
    var bad = good.replace("*0001", "*0002").replace("SV1*HC:90837*185*", "SV1*HC:90837*many*");
    String id =
        with(key).body(good + bad).post("/v1/x12").then().statusCode(201).extract().path("id");

    var written = edi("/v1/x12/" + id + "/acknowledgment");

    assertThat(written)
        .contains("*ZZ*NSH01          *ZZ*CEDARHOL01     *")
        .contains("AK1*HC*900000001*005010X222A1~", "AK2*837*0001*005010X222A1~", "IK5*A~")
        .contains("AK9*A*1*1*1~", "IK3*SV1*25**8~", "IK4*2**6~", "IK5*R*5~", "AK9*R*1*1*0~");
    assertThat(edi("/v1/x12/" + id + "/acknowledgment")).isEqualTo(written);
    assertThat(X12Reader.validate(in(written))).hasSize(2).allMatch(r -> r.errors().isEmpty());

    String of999 = with(key).body(written).post("/v1/x12").then().extract().path("id");
    with(key)
        .get("/v1/x12/" + of999 + "/acknowledgment")
        .then()
        .statusCode(422)
        .body("code", equalTo("NOT_WRITABLE"));
    with(newPractice()).get("/v1/x12/" + id + "/acknowledgment").then().statusCode(404);
  }

  @Test
  void eligibilityOnADayIsAskedForByThePatient() throws IOException {
    var asked =
        with(key)
            .contentType("application/json")
            .body(
                """
                {"inquiryId":"ELC-9","patientId":"PT-1","serviceDate":"2026-04-03","serviceTypes":["30","MH"]}
                """)
            .post("/v1/inquiries/270");

    asked.then().statusCode(200).contentType("application/edi-x12");
    assertThat(asked.asString())
        .contains("NM1*PR*2*NORTHSTAR HEALTH*****PI*NSH01~", "TRN*1*ELC-9*9")
        .contains("NM1*IL*1*OKONJO*RENATA****MI*NSH44120087~", "DMG*D8*19880419*F~")
        .contains("DTP*291*D8*20260403~", "EQ*30^MH~");
    with(key)
        .contentType("application/json")
        .body("{\"patientId\":\"PT-1\"}")
        .post("/v1/inquiries/270")
        .then()
        .statusCode(422)
        .body("detail", equalTo("/serviceDate is missing"));
  }

  @Test
  void aRevisionIsAskedForUnderTheNumberOfTheAuthorization() throws IOException {
    var body =
        """
        {"patientId":"PT-1","certification":"S",%s"diagnoses":["F41.1"],"lines":[{"procedures":["90837"],"unitType":"VISIT","authorized":12,"effective":"2026-04-01","expires":"2026-06-30","servicingProviders":["1900000120"]}]}
        """;

    with(key)
        .contentType("application/json")
        .body(body.formatted(""))
        .post("/v1/inquiries/278")
        .then()
        .statusCode(422)
        .body("code", equalTo("NOT_WRITABLE"));
    var asked =
        with(key)
            .contentType("application/json")
            .body(body.formatted("\"number\":\"NSH-A-1\","))
            .post("/v1/inquiries/278");
    asked.then().statusCode(200);
    assertThat(asked.asString())
        .contains("UM*HS*S~", "REF*BB*NSH-A-1~", "HSD*VS*12~", "NM1*SJ*1******XX*1900000120~");
    assertThat(X12Reader.validate(in(asked.asString())))
        .allMatch(r -> r.status() == Status.ACCEPTED);
  }

  private void record(String line) {
    with(key).body(line).post("/v1/records").then().statusCode(200).body("accepted", equalTo(1));
  }

  private void send(String name) throws IOException {
    with(key).body(file(name)).post("/v1/x12").then().statusCode(201);
  }

  private static String file(String name) throws IOException {
    try (var in = Objects.requireNonNull(OutgoingIT.class.getResourceAsStream("/x12/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String edi(String path) {
    var answer = with(key).get(path);
    answer.then().statusCode(200).contentType("application/edi-x12");
    return answer.asString();
  }

  private static Claim claim(String written) throws IOException {
    var set = X12Reader.collect(in(written)).transactions().getFirst();
    assertThat(set.result().status()).isEqualTo(Status.ACCEPTED);
    return (Claim) set.records().getFirst().record();
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
