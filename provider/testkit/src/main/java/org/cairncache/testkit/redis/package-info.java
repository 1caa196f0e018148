/**
 * Real Redis servers for tests, without a container: one server, a cluster, or a primary under
 * sentinels, each started on loopback and gone when it is closed.
 *
 * <pre>{@code
 * try (RedisServer redis = RedisServer.start("maxmemory 10mb")) {
 *   Client client = connect(redis.uri());
 *   redis.kill();
 *   redis.restart();
 *   redis.command("SET", "k", "v");
 * }
 * }</pre>
 *
 * <p>A test that only needs some Redis takes {@link Redis#shared()}, which is started once for a
 * JVM, or is the server that the environment variable {@code CAIRN_REDIS_URI} names.
 *
 * <p>What is started is the {@code redis-server} on the {@code PATH} if it is version 7 or newer,
 * else the one in {@code com.github.codemonstur:embedded-redis}. That artifact is optional here:
 * who starts servers depends on it, and may exclude what it depends on. Linux and macOS only.
 */
@NullMarked
package org.cairncache.testkit.redis;

import org.jspecify.annotations.NullMarked;
