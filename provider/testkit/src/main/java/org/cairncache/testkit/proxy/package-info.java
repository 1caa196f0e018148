/**
 * A TCP proxy that breaks on purpose, to stand between a store under test and its server.
 *
 * <pre>{@code
 * try (FaultyProxy proxy = FaultyProxy.to("127.0.0.1", redisPort, Framing.resp())) {
 *   Client client = connect(proxy.host(), proxy.port());
 *   proxy.dropReplies(1);
 *   client.set("k", "v"); // fails, yet the server has stored it
 * }
 * }</pre>
 */
@NullMarked
package org.cairncache.testkit.proxy;

import org.jspecify.annotations.NullMarked;
