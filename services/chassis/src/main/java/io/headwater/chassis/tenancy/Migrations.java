package io.headwater.chassis.tenancy;

import io.headwater.chassis.ServiceConfig;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings the schema up to date before the service answers, as the owner role, over one connection
 * that is closed afterwards. The migrations are named in the settings, so that nothing has to scan
 * the class path.
 */
@Startup(1)
@Singleton
class Migrations {

  private static final int CONNECT_RETRIES = 10;

  private final ServiceConfig config;
  private final OwnerConnection owner;

  @Inject
  Migrations(ServiceConfig config, OwnerConnection owner) {
    this.config = config;
    this.owner = owner;
  }

  @PostConstruct
  void migrate() {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(owner.source())
        .schemas(config.service())
        .createSchemas(false)
        .placeholders(Map.of("app", config.service() + "_app"))
        .resourceProvider(new Named(config.migrations()))
        .connectRetries(CONNECT_RETRIES)
        .connectRetriesInterval(5)
        .load()
        .migrate();
  }

  /** The migrations that the settings name. */
  private record Named(List<String> names) implements ResourceProvider {

    @Override
    public LoadableResource getResource(String name) {
      return names.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return names.stream()
          .<LoadableResource>map(Script::new)
          .filter(script -> script.getFilename().startsWith(prefix))
          .filter(script -> List.of(suffixes).stream().anyMatch(script.getFilename()::endsWith))
          .toList();
    }
  }

  /** One migration on the class path. */
  private static final class Script extends LoadableResource {

    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
      return new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
