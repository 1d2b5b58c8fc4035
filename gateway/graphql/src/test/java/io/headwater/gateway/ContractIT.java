package io.headwater.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import graphql.schema.GraphQLSchema;
import io.headwater.gateway.fake.Door;
import io.headwater.gateway.fake.FakeServices;
import io.headwater.testkit.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.execution.SchemaPrinter;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is published is what is served. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceStack.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
@QuarkusTestResource(FakeServices.class)
class ContractIT {

  @Inject GraphQLSchema schema;

  @Test
  void theSchemaOfTheQueryIsThePublishedOne() throws IOException {
    String served =
        given().get("/graphql/schema.graphql").then().statusCode(200).extract().asString();

    assertThat(served).isEqualTo(golden("/graphql/schema.graphql"));
    assertThat(new SchemaPrinter().print(schema)).isEqualTo(served);
  }

  @Test
  void theDescriptionOfTheDoorsIsThePublishedOne() throws IOException {
    String served = given().accept("application/yaml").get("/openapi").then().extract().asString();

    assertThat(served).isEqualTo(golden("/openapi.yaml"));
  }

  @Test
  void everyDoorIsDescribed() throws IOException {
    JsonNode described = new YAMLMapper().readTree(golden("/openapi.yaml")).get("paths");
    var doors = new TreeSet<String>();
    described.fieldNames().forEachRemaining(doors::add);

    assertThat(doors).containsAll(doorsInCode());
  }

  @Test
  void theOneQueryOfTheContractIsValid() throws IOException {
    var answer =
        Door.with(Door.newPractice())
            .contentType("application/json")
            .body(
                java.util.Map.of(
                    "query",
                    golden("/graphql/why.graphql"),
                    "variables",
                    java.util.Map.of("claim", "no-such-claim")))
            .post("/graphql")
            .then()
            .extract()
            .jsonPath();

    assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("CLAIM_NOT_FOUND");
  }

  private static List<String> doorsInCode() {
    return Stream.of(
            io.headwater.gateway.practice.PracticeResource.class,
            io.headwater.gateway.practice.KeyResource.class,
            io.headwater.gateway.record.RecordsResource.class,
            io.headwater.gateway.bundle.BundleResource.class,
            io.headwater.gateway.remittance.RemittanceResource.class,
            io.headwater.gateway.sandbox.SandboxResource.class,
            io.headwater.gateway.upstream.OutageResource.class,
            io.headwater.gateway.upstream.FactResource.class,
            io.headwater.gateway.contract.OpenApiResource.class,
            io.headwater.gateway.query.GraphQlResource.class,
            io.headwater.gateway.why.WhyResource.class,
            io.headwater.gateway.x12.AcknowledgmentResource.class,
            io.headwater.gateway.x12.X12Resource.class)
        .flatMap(
            resource ->
                Arrays.stream(resource.getDeclaredMethods())
                    .filter(m -> java.lang.reflect.Modifier.isPublic(m.getModifiers()))
                    .map(m -> m.getAnnotation(Path.class))
                    .map(
                        p ->
                            resource.getAnnotation(Path.class).value()
                                + (p == null ? "" : p.value())))
        .distinct()
        .toList();
  }

  private static String golden(String path) throws IOException {
    try (var in = Objects.requireNonNull(ContractIT.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
