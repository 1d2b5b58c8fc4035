package io.headwater.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The doors as OpenAPI 3.1, the very file of {@code schema/contracts}. */
@Path("/openapi")
public class OpenApiResource {

  private final String yaml;
  private final String json;

  OpenApiResource(ObjectMapper json) {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("/openapi.yaml")) {
      yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      JsonNode tree = new YAMLMapper().readTree(yaml);
      this.json = json.writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As YAML where the client asks for it, else as JSON, which every reader of YAML reads too. */
  @GET
  public Response openApi(@HeaderParam("Accept") String accept) {
    boolean asYaml = accept != null && accept.contains("yaml");
    return Response.ok(asYaml ? yaml : json)
        .type(asYaml ? "application/yaml" : "application/json")
        .build();
  }
}
