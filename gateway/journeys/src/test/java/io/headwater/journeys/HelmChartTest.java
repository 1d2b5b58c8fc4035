package io.headwater.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The chart lints, renders what a cluster understands, and tells every application what it reads.
 */
class HelmChartTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path CHART = ROOT.resolve("helm/headwater");
  private static final List<String> SERVICES =
      List.of("eligibility", "credentialing", "authorizations", "claims", "payments", "denials");
  private static final List<String> APPLICATIONS =
      Stream.concat(SERVICES.stream(), Stream.of("gateway")).toList();
  private static final List<String> EVERY_APPLICATION =
      List.of(
          "JAVA_TOOL_OPTIONS",
          "QUARKUS_HTTP_HOST",
          "QUARKUS_HTTP_PORT",
          "HEADWATER_DB_HOST",
          "HEADWATER_DB_PORT",
          "HEADWATER_DB_NAME",
          "HEADWATER_DB_PASSWORD");
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "apps/v1 Deployment", Deployment.class,
          "v1 Service", Service.class,
          "v1 ServiceAccount", ServiceAccount.class,
          "v1 Namespace", Namespace.class,
          "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

  /** Reads what the models know and fails on any other field. */
  private static final ObjectMapper STRICT =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              });

  @Test
  void theChartLintsWithoutAWarning() {
    var lint = new Helm(CHART).lint().strict().call();

    assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
  }

  @Test
  void anApplicationIsPodsAnAddressAndABoundOnDisruption() throws IOException {
    Map<String, Integer> kinds = new TreeMap<>();
    for (var thing : rendered(chart -> chart)) {
      kinds.merge(thing.getKind(), 1, Integer::sum);
    }

    assertThat(kinds)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Deployment", 7,
                "Service", 7,
                "PodDisruptionBudget", 7,
                "NetworkPolicy", 4,
                "ServiceAccount", 1));
  }

  @Test
  void aServiceIsToldWhatItReadsAndNothingElse() throws IOException {
    var deployments = deployments(chart -> chart);

    assertThat(deployments.keySet()).containsExactlyInAnyOrderElementsOf(APPLICATIONS);
    for (String service : SERVICES) {
      assertThat(environment(deployments.get(service)).keySet())
          .containsExactlyInAnyOrderElementsOf(
              with(EVERY_APPLICATION, "HEADWATER_KAFKA", "HEADWATER_TOKEN_PUBLIC_KEY"));
    }
  }

  @Test
  void theGatewayIsToldWhereEveryServiceIs() throws IOException {
    var rendered = rendered(chart -> chart);
    var gateway = environment(deployments(rendered).get("gateway"));

    assertThat(gateway.keySet())
        .containsExactlyInAnyOrderElementsOf(
            with(
                EVERY_APPLICATION,
                "QUARKUS_MANAGEMENT_HOST",
                "QUARKUS_MANAGEMENT_PORT",
                "HEADWATER_SERVICES_ELIGIBILITY",
                "HEADWATER_SERVICES_CREDENTIALING",
                "HEADWATER_SERVICES_AUTHORIZATIONS",
                "HEADWATER_SERVICES_CLAIMS",
                "HEADWATER_SERVICES_PAYMENTS",
                "HEADWATER_SERVICES_DENIALS",
                "HEADWATER_RATE_QUOTA",
                "HEADWATER_FAULTS",
                "HEADWATER_TOKEN_PRIVATE_KEY",
                "HEADWATER_OPERATOR_KEY"));
    assertThat(rendered.stream().filter(Service.class::isInstance))
        .extracting(service -> "http://" + service.getMetadata().getName() + ":8080")
        .contains(gateway.get("HEADWATER_SERVICES_CLAIMS"));
    assertThat(gateway).containsEntry("HEADWATER_FAULTS", "off");
  }

  @Test
  void secretsAreReferredToAndEachApplicationHasItsOwnPassword() throws IOException {
    deployments(chart -> chart)
        .forEach(
            (name, deployment) -> {
              var environment = environment(deployment);
              assertThat(environment)
                  .containsEntry("HEADWATER_DB_PASSWORD", "secret headwater-database/" + name);
              assertThat(environment.keySet().stream().filter(key -> key.endsWith("_KEY")))
                  .isNotEmpty()
                  .allSatisfy(key -> assertThat(environment.get(key)).startsWith("secret "));
            });
  }

  @Test
  void podsRunWithoutRightsAndAreProbed() throws IOException {
    deployments(chart -> chart)
        .values()
        .forEach(
            deployment -> {
              var pod = deployment.getSpec().getTemplate().getSpec();
              var container = pod.getContainers().getFirst();
              var rights = container.getSecurityContext();
              assertThat(pod.getAutomountServiceAccountToken()).isFalse();
              assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
              assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                  .isEqualTo("RuntimeDefault");
              assertThat(rights.getReadOnlyRootFilesystem()).isTrue();
              assertThat(rights.getAllowPrivilegeEscalation()).isFalse();
              assertThat(rights.getCapabilities().getDrop()).containsExactly("ALL");
              assertThat(container.getResources().getLimits()).containsKey("memory");
              assertThat(container.getLivenessProbe().getHttpGet().getPath())
                  .isEqualTo("/q/health/live");
              assertThat(container.getReadinessProbe().getHttpGet().getPath())
                  .isEqualTo("/q/health/ready");
            });
  }

  @Test
  void nothingIsReachableThatNoPolicyAllows() throws IOException {
    Map<String, NetworkPolicy> policies =
        rendered(chart -> chart).stream()
            .filter(NetworkPolicy.class::isInstance)
            .map(NetworkPolicy.class::cast)
            .collect(Collectors.toMap(policy -> policy.getMetadata().getName(), policy -> policy));

    var deny = policies.get("headwater-deny").getSpec();
    assertThat(deny.getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(deny.getIngress()).isEmpty();
    assertThat(deny.getEgress()).isEmpty();
    var intoServices = policies.get("headwater-services").getSpec().getIngress();
    assertThat(intoServices).hasSize(1);
    assertThat(intoServices.getFirst().getFrom()).hasSize(1);
    assertThat(intoServices.getFirst().getFrom().getFirst().getPodSelector().getMatchLabels())
        .containsEntry("app.kubernetes.io/component", "gateway");
  }

  @Test
  void changedValuesArriveWhereTheyBelong() throws IOException {
    var changed =
        rendered(
            chart ->
                chart
                    .set("image.repository", "mirror/headwater")
                    .set("image.tag", "2.0.0")
                    .set("services.claims.replicas", 5)
                    .set("database.host", "db.example")
                    .set("kafka.bootstrapServers", "k1.example:9093")
                    .set("gateway.requestsPerMinute", 5000000)
                    .set("networkPolicy.enabled", false)
                    .set("podDisruptionBudget.enabled", false)
                    .set("serviceAccount.name", "made-elsewhere"));
    var deployments = deployments(changed);
    var claims = deployments.get("claims");

    assertThat(changed)
        .allSatisfy(thing -> assertThat(thing).isInstanceOfAny(Deployment.class, Service.class));
    assertThat(claims.getSpec().getReplicas()).isEqualTo(5);
    assertThat(deployments.get("payments").getSpec().getReplicas()).isEqualTo(2);
    assertThat(claims.getSpec().getTemplate().getSpec().getServiceAccountName())
        .isEqualTo("made-elsewhere");
    assertThat(claims.getSpec().getTemplate().getSpec().getContainers().getFirst().getImage())
        .isEqualTo("mirror/headwater/claims:2.0.0");
    assertThat(environment(claims))
        .containsEntry("HEADWATER_DB_HOST", "db.example")
        .containsEntry("HEADWATER_KAFKA", "k1.example:9093");
    assertThat(environment(deployments.get("gateway")))
        .containsEntry("HEADWATER_RATE_QUOTA", "5000000");
  }

  @Test
  void valuesThatMeanNothingAreRefused() {
    assertThatThrownBy(() -> rendered(chart -> chart.set("gateway.faults", "perhaps")))
        .hasMessageContaining("faults");
    assertThatThrownBy(() -> rendered(chart -> chart.set("services.pharmacy.replicas", 1)))
        .hasMessageContaining("pharmacy");
    assertThatThrownBy(() -> rendered(chart -> chart.set("kafka.bootstrapServers", "")))
        .hasMessageContaining("bootstrapServers");
  }

  @Test
  void theChartIsOfTheBuildsVersion() throws IOException {
    String version =
        STRICT.readTree(CHART.resolve("Chart.yaml").toFile()).get("appVersion").asText();

    assertThat(Files.readString(ROOT.resolve("pom.xml")))
        .contains("<artifactId>headwater</artifactId>\n  <version>" + version + "</version>");
  }

  @Test
  void theNamespaceIsRestrictedAndClosed() throws IOException {
    Path folder = ROOT.resolve("k8s");
    var things = new ArrayList<HasMetadata>();
    for (var file :
        STRICT.readTree(folder.resolve("kustomization.yaml").toFile()).get("resources")) {
      things.addAll(parsed(Files.readString(folder.resolve(file.asText()))));
    }

    assertThat(things).hasSize(3);
    assertThat(things.getFirst().getMetadata().getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    assertThat(((NetworkPolicy) things.get(1)).getSpec().getPolicyTypes())
        .containsExactly("Ingress", "Egress");
  }

  private static List<HasMetadata> rendered(UnaryOperator<TemplateCommand> values)
      throws IOException {
    return parsed(values.apply(new Helm(CHART).template().withName("headwater")).call());
  }

  private static List<HasMetadata> parsed(String yaml) throws IOException {
    var things = new ArrayList<HasMetadata>();
    try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      while (documents.hasNext()) {
        var document = documents.next();
        if (document.isObject()) {
          String kind = document.path("apiVersion").asText() + " " + document.path("kind").asText();
          assertThat(KINDS).containsKey(kind);
          things.add(STRICT.treeToValue(document, KINDS.get(kind)));
        }
      }
    }
    return things;
  }

  private static Map<String, Deployment> deployments(UnaryOperator<TemplateCommand> values)
      throws IOException {
    return deployments(rendered(values));
  }

  /** By the application that each runs. */
  private static Map<String, Deployment> deployments(List<HasMetadata> things) {
    return things.stream()
        .filter(Deployment.class::isInstance)
        .map(Deployment.class::cast)
        .collect(
            Collectors.toMap(
                d -> d.getMetadata().getLabels().get("app.kubernetes.io/component"), d -> d));
  }

  /** The variables of the one container; of a secret only where it is. */
  private static Map<String, String> environment(Deployment deployment) {
    Map<String, String> environment = new TreeMap<>();
    for (var variable :
        deployment.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv()) {
      var source = variable.getValueFrom();
      environment.put(
          variable.getName(),
          source == null
              ? variable.getValue()
              : "secret "
                  + source.getSecretKeyRef().getName()
                  + "/"
                  + source.getSecretKeyRef().getKey());
    }
    return environment;
  }

  private static TreeSet<String> with(List<String> names, String... more) {
    var all = new TreeSet<String>(names);
    all.addAll(Arrays.asList(more));
    return all;
  }
}
