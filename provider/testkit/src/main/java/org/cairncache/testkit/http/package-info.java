/**
 * What the servers that stand in for object storage have in common: HTTP on loopback, faults on
 * demand, and a log of what was asked.
 *
 * <pre>{@code
 * try (S3Server s3 = S3Server.start("bucket")) {
 *   s3.faults().next(1, "PutObject", Fault.dropReply());
 *   client.put("k", "v"); // fails, yet the server has stored it
 *   assertThat(s3.log().count("PutObject")).isEqualTo(1);
 * }
 * }</pre>
 *
 * <p>HTTP is spoken on plain sockets: the server of the JDK sets the Date itself, and ends no reply
 * before its end.
 */
@NullMarked
package org.cairncache.testkit.http;

import org.jspecify.annotations.NullMarked;
