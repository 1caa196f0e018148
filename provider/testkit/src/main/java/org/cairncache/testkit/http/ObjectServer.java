package org.cairncache.testkit.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service for objects on a free port of loopback, with its buckets in memory, which fails as it
 * is told and logs what is asked. Thread-safe. Closing it ends all connections.
 */
public interface ObjectServer extends AutoCloseable {
  /** Where it listens, such as {@code http://127.0.0.1:40123}. */
  URI uri();

  /** What goes wrong. */
  Faults faults();

  /** What was asked, by the names of the API reference. */
  RequestLog log();

  /** Lets its clock be so much ahead of this machine's; behind if negative. */
  void setClockOffset(Duration offset);

  /** The names of a bucket's objects, in the order of their bytes. */
  List<String> keys(String bucket);

  /** A copy of what an object holds, past all faults; null if there is none. */
  byte @Nullable [] get(String bucket, String object);

  /** Writes an object, as somebody else would. */
  void put(String bucket, String object, byte[] body);

  /** Deletes an object, as somebody else would. */
  void delete(String bucket, String object);

  @Override
  void close();
}
