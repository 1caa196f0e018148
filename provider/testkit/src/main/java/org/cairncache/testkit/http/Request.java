package org.cairncache.testkit.http;

/**
 * What a client asked for, in the words of the protocol's own reference.
 *
 * @param operation such as {@code PutObject} or {@code storage.objects.insert}
 * @param key the object's key; empty where the operation is on none or on several
 */
public record Request(String operation, String key) {
  @Override
  public String toString() {
    return key.isEmpty() ? operation : operation + " " + key;
  }
}
