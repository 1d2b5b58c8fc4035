package io.headwater.cli.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The programs of a stack as the repository builds them, each with its settings. */
final class Applications {
  /** The services in the order of a claim's life; {@code DENIALS} hears of the others' facts. */
  static final List<String> SERVICES =
      List.of("eligibility", "credentialing", "authorizations", "claims", "payments", "denials");

  private static final List<String> LIGHT =
      List.of("-XX:+UseSerialGC", "-Xss512k", "-Dfile.encoding=UTF-8");

  /** Starts sooner and runs slower. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  /**
   * The one that keeps remittances of a hundred thousand claims: it is worth compiling well. For
   * the others the compiling costs a start and a first load more than it brings.
   */
  private static final Set<String> BUSY = Set.of("payments");

  private final StackOptions options;
  private final StackFolder folder;
  private final Secrets secrets;
  private final Database database;
  private final Ports ports;

  Applications(
      StackOptions options, StackFolder folder, Secrets secrets, Database database, Ports ports) {
    this.options = options;
    this.folder = folder;
    this.secrets = secrets;
    this.database = database;
    this.ports = ports;
  }

  /** Names of those that have a schema in the database. */
  static List<String> schemas() {
    List<String> schemas = new ArrayList<>(SERVICES);
    schemas.add("gateway");
    return schemas;
  }

  /** The embedded broker. */
  Application broker() {
    int port = ports.free();
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("-Xmx224m");
    command.addAll(LIGHT);
    command.add(QUICK_START);
    command.addAll(classData("kafka"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(KafkaBroker.class.getName());
    command.add(folder.brokerData().toString());
    command.add(Integer.toString(port));
    command.add(Integer.toString(ports.free()));
    return new Application("kafka", port, List.of(), command, Map.of(), folder.path());
  }

  /** A service, listening for the gateway of this machine alone. */
  Application service(String name, String kafka) {
    int port = ports.free();
    Map<String, String> environment = database();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.free()));
    environment.put("HEADWATER_KAFKA", kafka);
    environment.put("HEADWATER_TOKEN_PUBLIC_KEY", secrets.publicKey().toString());
    return quarkus(name, options.root().resolve("services").resolve(name), port, 128, environment);
  }

  /** The gateway, told where the services are. */
  Application gateway(int port, List<Application> services, String kafka) {
    Map<String, String> environment = database();
    for (Application service : services) {
      environment.put(
          "HEADWATER_SERVICES_" + service.name().toUpperCase(Locale.ROOT),
          "http://127.0.0.1:" + service.port());
    }
    int management = ports.free();
    environment.put("QUARKUS_HTTP_HOST", options.host());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
    environment.put("HEADWATER_KAFKA", kafka);
    environment.put("HEADWATER_TOKEN_PRIVATE_KEY", secrets.privateKey().toString());
    environment.put("HEADWATER_TOKEN_PUBLIC_KEY", secrets.publicKey().toString());
    environment.put("HEADWATER_OPERATOR_KEY", secrets.operatorKey());
    environment.put("HEADWATER_FAULTS", options.faults() ? "on" : "off");
    Path module = options.root().resolve("gateway/graphql");
    return quarkus("gateway", module, port, 256, environment)
        .alsoHealthyAt("http://127.0.0.1:" + management + "/q/health/ready");
  }

  private Map<String, String> database() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HEADWATER_DB_HOST", database.host());
    environment.put("HEADWATER_DB_PORT", Integer.toString(database.port()));
    environment.put("HEADWATER_DB_NAME", database.name());
    environment.put("HEADWATER_DB_PASSWORD", secrets.databasePassword());
    return environment;
  }

  private Application quarkus(
      String name, Path module, int port, int heapMegabytes, Map<String, String> environment) {
    Path jar = module.resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new StackFailure(
          name + " is not built (" + jar + "): ./mvnw package -Dquick builds it.");
    }
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("-Xmx" + heapMegabytes + "m");
    command.addAll(LIGHT);
    if (!BUSY.contains(name)) {
      command.add(QUICK_START);
    }
    command.addAll(classData(name));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-jar");
    command.add(jar.toString());
    String health = "http://127.0.0.1:" + port + "/q/health/ready";
    return new Application(name, port, List.of(health), command, environment, folder.path());
  }

  /**
   * Class data written at the end of the first run make later starts faster; the JVM checks that
   * they still fit.
   */
  private List<String> classData(String name) {
    Path archive = options.classData().resolve(name + ".jsa");
    if (!options.own() && !Files.exists(archive)) {
      return List.of();
    }
    List<String> flags = new ArrayList<>();
    if (options.own()) {
      flags.add("-XX:+AutoCreateSharedArchive");
    }
    flags.add("-XX:SharedArchiveFile=" + archive);
    flags.add("-Xlog:cds=off");
    flags.add("-Xlog:cds+dynamic=off");
    return flags;
  }

  private static String java() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }
}
