package org.cairncache.containers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What Cairn promises in every server of Jakarta EE. One server runs the probe and the example for
 * all checks but those that need servers of their own.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
@ExtendWith(Table.class)
abstract class ContainerContract implements OnProduct {
  private final Product product;
  private final Instant began = Instant.now();
  private Server server;

  ContainerContract(Product product) {
    this.product = product;
  }

  @Override
  public Product product() {
    return product;
  }

  @BeforeAll
  void start() {
    Map<String, String> environment =
        Map.of(
            "WORLD_CLOCK_DIRECTORY",
            Place.fresh("world-clock").toString(),
            "CAIRN_FAIL_OPEN", // a setting, by the name that MicroProfile Config gives variables
            "true",
            "CAIRN_HOME", // and none, though it looks like one
            "/nowhere");
    server = Server.start(product, environment, Application.PROBE);
    server.deploy(Application.WORLD_CLOCK);
  }

  @AfterAll
  void end() {
    Table.took(product, Duration.between(began, Instant.now()));
    if (server != null) {
      server.close();
    }
  }

  @Nested
  final class Annotations extends AnnotationChecks {
    @Override
    Server server() {
      return server;
    }
  }

  @Nested
  final class Extensions extends ExtensionChecks {
    @Override
    Server server() {
      return server;
    }
  }

  @Nested
  final class WorldClock extends WorldClockChecks {
    @Override
    Server server() {
      return server;
    }
  }

  @Nested
  final class Scopes extends ScopeChecks {
    @Override
    Server server() {
      return server;
    }
  }

  @Nested
  final class Applications extends ApplicationChecks {
    @Override
    Server server() {
      return server;
    }
  }

  @Nested
  final class Sessions extends SessionChecks {
    @Override
    Product product() {
      return product;
    }
  }

  @Nested
  final class SharedRedis extends RedisChecks {
    @Override
    Product product() {
      return product;
    }
  }
}
