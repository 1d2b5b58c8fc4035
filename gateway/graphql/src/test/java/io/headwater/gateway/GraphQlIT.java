package io.headwater.gateway;

import static io.headwater.gateway.fake.Door.newPractice;
import static io.headwater.gateway.fake.Door.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.headwater.gateway.fake.FakeServices;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL over HTTP, as the specification of that name has it. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
@QuarkusTestResource(FakeServices.class)
class GraphQlIT {

  private static final String RESPONSE = "application/graphql-response+json";

  private String key;

  @BeforeEach
  void aPractice() {
    key = newPractice();
  }

  @Test
  void aQuestionIsAnsweredInTheMediaTypeThatIsTaken() {
    for (String accept : new String[] {"application/json", "*/*", RESPONSE}) {
      post("{\"query\":\"{__typename}\"}", accept)
          .post("/graphql")
          .then()
          .statusCode(200)
          .contentType(startsWith(accept.equals(RESPONSE) ? RESPONSE : "application/json"))
          .contentType(containsString("utf-8"))
          .body("data.__typename", equalTo("Query"));
    }
    post("{\"query\":\"{__typename}\"}", "text/html").post("/graphql").then().statusCode(406);
  }

  @Test
  void aQuestionCanBeAskedByGet() {
    with(key)
        .queryParam("query", "query T($a: Boolean = true){__typename @include(if:$a)}")
        .queryParam("variables", "{\"a\":true}")
        .get("/graphql")
        .then()
        .statusCode(200)
        .body("data.__typename", equalTo("Query"));
  }

  @Test
  void nothingIsChangedByGet() {
    with(key)
        .queryParam("query", "mutation { x }")
        .get("/graphql")
        .then()
        .statusCode(405)
        .header("Allow", "POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"query\":",
        "{}",
        "{\"query\":1}",
        "{\"query\":{}}",
        "{\"query\":\"{__typename}\",\"operationName\":1}",
        "{\"query\":\"{__typename}\",\"variables\":\"x\"}",
        "{\"query\":\"{__typename}\",\"variables\":[]}",
        "{\"query\":\"{__typename}\",\"extensions\":7}"
      })
  void aRequestThatIsNoneIsRefused(String body) {
    post(body, RESPONSE)
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("BODY_UNREADABLE"));
  }

  @Test
  void whatMayBeNullMayBeNull() {
    post(
            "{\"query\":\"{__typename}\",\"operationName\":null,\"variables\":null,\"extensions\":null}",
            RESPONSE)
        .post("/graphql")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{noSuchField}", "{whyDenied{verdict}}"})
  void aDocumentThatIsRefusedAsAWholeHasNoData(String query) {
    String body = "{\"query\":\"" + query + "\"}";

    post(body, RESPONSE)
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", startsWith("QUERY_"))
        .body(not(containsString("\"data\"")));
    post(body, "application/json").post("/graphql").then().statusCode(200);
  }

  @Test
  void aQuestionNeedsItsMediaType() {
    with(key)
        .body("{\"query\":\"{__typename}\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .contentType("text/plain")
        .post("/graphql")
        .then()
        .statusCode(415);
  }

  @Test
  void aliasesDoNotMultiplyTheWork() {
    var query = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      query.append("a").append(i).append(":whyDenied(controlNumber:\\\"C\\\"){verdict} ");
    }
    post("{\"query\":\"{" + query + "}\"}", RESPONSE)
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("QUERY_TOO_LARGE"));
  }

  @Test
  void toolsCanReadTheSchema() {
    post(
            "{\"query\":\"{__schema{types{name fields{name type{name ofType{name ofType{name}}}}}}}\"}",
            RESPONSE)
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.__schema.types", notNullValue());
  }

  @Test
  void theEngineHasNoOtherDoor() {
    with(key).get("/engine?query=x").then().statusCode(404);
  }

  private RequestSpecification post(String body, String accept) {
    return with(key).contentType("application/json").accept(accept).body(body);
  }
}
