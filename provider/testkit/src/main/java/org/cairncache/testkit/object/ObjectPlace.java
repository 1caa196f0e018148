package org.cairncache.testkit.object;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.contract.Medium;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.http.Faults;
import org.cairncache.testkit.http.ObjectServer;
import org.cairncache.testkit.http.RequestLog;
import org.jspecify.annotations.Nullable;

/**
 * A bucket on a server of the test's own, which fails as it is told and counts what is asked.
 * Closing it ends the server.
 */
public interface ObjectPlace extends Medium, AutoCloseable {
  /** What the objects of a cache begin with, before the name of the cache. */
  String PREFIX = "test";

  /** Where its caches live. */
  URI uri();

  /** A manager of its own on this bucket. */
  OwnManager manager();

  /** The same where nothing can be deleted on a condition, or not safely. */
  OwnManager tombstoning();

  /** Where its objects lie. */
  ObjectServer server();

  /** The bucket on that server. */
  String bucket();

  /** What goes wrong. */
  default Faults faults() {
    return server().faults();
  }

  /** What was asked. */
  default RequestLog log() {
    return server().log();
  }

  /** What the service calls the requests. */
  ObjectRequests requests();

  /** The answer that a trouble is; null if the service has no such answer. */
  @Nullable Answer answer(Trouble trouble);

  /** The answer that a trouble is which every service has. */
  default Answer answers(Trouble trouble) {
    return Objects.requireNonNull(answer(trouble), trouble::toString);
  }

  /** Lets the server carry out all requests, whatever their conditions. */
  void ignoreConditions();

  /** A copy of what an object holds, past all faults; null if there is none. */
  default byte @Nullable [] get(String object) {
    return server().get(bucket(), object);
  }

  /** Writes an object, as somebody else would. */
  default void put(String object, byte[] bytes) {
    server().put(bucket(), object, bytes);
  }

  /** The names of all objects. */
  default List<String> names() {
    return server().keys(bucket());
  }

  /** The name of the object of an entry whose cache and key are written as they are. */
  static String name(String cacheName, String keyText) {
    return PREFIX + "/" + cacheName + "/" + keyText;
  }

  @Override
  default void spoil(String cacheName, String key) {
    put(name(cacheName, key), new byte[] {1, 2, 3});
  }

  @Override
  default Outage fail() {
    faults().when(request -> true, Fault.answer(answers(Trouble.ERROR)));
    return faults()::clear;
  }

  @Override
  default void close() {
    server().close();
  }
}
