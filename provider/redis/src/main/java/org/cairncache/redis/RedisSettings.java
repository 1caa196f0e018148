package org.cairncache.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisCredentialsProvider;
import java.time.Duration;
import java.util.List;
import org.cairncache.spi.BoundedSettings;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreContext;
import org.jspecify.annotations.Nullable;

/**
 * What can be set for caches in Redis. Those that agree in it share one connection.
 *
 * @param client the application's own, or null
 * @param credentials who knows the password, or null where there is none
 * @param certificates the file of the authorities that TLS trusts, or null for those of the JDK
 * @param circuitFailures so many failures in a row open the circuit
 * @param waitReplicas so many replicas must have a write before it is done
 */
record RedisSettings(
    @Nullable AbstractRedisClient client,
    @Nullable RedisCredentialsProvider credentials,
    @Nullable Password password,
    @Nullable String certificates,
    Duration commandTimeout,
    Duration connectTimeout,
    int maximumPending,
    int circuitFailures,
    int waitReplicas,
    Duration waitTimeout) {

  static final Setting<AbstractRedisClient> CLIENT =
      new Setting<>(
          "client",
          AbstractRedisClient.class,
          "A RedisClient or RedisClusterClient of Lettuce that the application made, configured and"
              + " will close; of the URI only the prefix then counts. Its options must have"
              + " DisconnectedBehavior.REJECT_COMMANDS. Give it as an object"
              + " in the properties of the manager. By default one is made.");

  static final Setting<RedisCredentialsProvider> CREDENTIALS =
      new Setting<>(
          "credentials",
          RedisCredentialsProvider.class,
          "Who knows user and password, asked for each connection; by default the user of the URI"
              + " and the setting password.");

  static final Setting<String> PASSWORD =
      new Setting<>(
          "password",
          String.class,
          "The password of the user, best from the environment: `password = ${?REDIS_PASSWORD}`;"
              + " none by default. It is never shown.");

  static final Setting<String> CERTIFICATES =
      new Setting<>(
          "certificate-authorities",
          String.class,
          "The path of a file in PEM with the authorities whose certificates TLS accepts; those of"
              + " the JDK by default. The host's name is always checked.");

  static final Setting<Duration> COMMAND_TIMEOUT =
      new Setting<>(
          "command-timeout",
          Duration.class,
          "How long the answer to a command may take, from 1 ms to 1 h; 500 ms by default. With it an"
              + " operation on one key ends within twice as long.");

  static final Setting<Duration> CONNECT_TIMEOUT =
      new Setting<>(
          "connect-timeout",
          Duration.class,
          "How long it may take to connect, from 1 ms to 1 h; 2 s by default.");

  static final Setting<Long> MAXIMUM_PENDING =
      new Setting<>(
          "maximum-pending-commands",
          Long.class,
          "How many commands may wait for their answer on a connection, from 1,000; 10,000 by"
              + " default. Beyond it commands are refused at once, so that a slow server costs no"
              + " memory here.");

  static final Setting<Long> CIRCUIT_FAILURES =
      new Setting<>(
          "circuit-failures",
          Long.class,
          "After so many commands in a row without an answer, from 1 to 1,000, further ones to that"
              + " server are refused at once until it answers a PING; 5 by default.");

  static final Setting<Long> WAIT_REPLICAS =
      new Setting<>(
          "wait-replicas",
          Long.class,
          "How many replicas must have a write before it is done (WAIT), from 0 to 100; 0 by"
              + " default. With fewer the write throws, though the primary has it.");

  static final Setting<Duration> WAIT_TIMEOUT =
      new Setting<>(
          "wait-timeout",
          Duration.class,
          "How long replicas may take with wait-replicas, from 1 ms to 1 h; 200 ms by default. What"
              + " else is asked waits meanwhile, so command-timeout is that much longer.");

  private static final int LEAST_PENDING = 1_000;

  static List<Setting<?>> all() {
    return List.of(
        CLIENT,
        CREDENTIALS,
        PASSWORD,
        CERTIFICATES,
        COMMAND_TIMEOUT,
        CONNECT_TIMEOUT,
        MAXIMUM_PENDING,
        CIRCUIT_FAILURES,
        WAIT_REPLICAS,
        WAIT_TIMEOUT);
  }

  /**
   * Reads what is set.
   *
   * @throws IllegalArgumentException if something is out of its bounds
   */
  static RedisSettings of(StoreContext<?, ?> context) {
    Settings settings = context.settings();
    BoundedSettings bounded = new BoundedSettings(context);
    return new RedisSettings(
        settings.get(CLIENT).orElse(null),
        settings.get(CREDENTIALS).orElse(null),
        settings.get(PASSWORD).map(Password::new).orElse(null),
        settings.get(CERTIFICATES).orElse(null),
        bounded.duration(COMMAND_TIMEOUT, Duration.ofMillis(500)),
        bounded.duration(CONNECT_TIMEOUT, Duration.ofSeconds(2)),
        bounded.number(MAXIMUM_PENDING, LEAST_PENDING, 10_000_000, 10_000),
        bounded.number(CIRCUIT_FAILURES, 1, 1_000, 5),
        bounded.number(WAIT_REPLICAS, 0, 100, 0),
        bounded.duration(WAIT_TIMEOUT, Duration.ofMillis(200)));
  }

  /** How long the answer to a command may take, which may come behind a WAIT. */
  Duration answerTimeout() {
    return waitReplicas == 0 ? commandTimeout : commandTimeout.plus(waitTimeout);
  }

  /** A text that no log shows. */
  record Password(String text) {
    @Override
    public String toString() {
      return "…";
    }
  }
}
