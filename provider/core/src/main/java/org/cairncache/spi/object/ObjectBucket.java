package org.cairncache.spi.object;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one bucket: each method sends one HTTP request once, within a time limit, and says
 * what came of it. It throws nothing that has to do with the request. Thread-safe.
 */
public interface ObjectBucket extends AutoCloseable {
  /** What is special about the service. */
  ObjectService service();

  /**
   * Reads an object.
   *
   * @param longest in bytes; of an object that is longer the beginning alone is read, at least as
   *     many bytes as an envelope's header has
   */
  Answer<Found> read(String object, int longest);

  /** Reads an object as {@link #read} does; unmet if it is in this version still. */
  Answer<Found> readUnless(String object, String version, int longest);

  /** Reads the first bytes of an object, at most so many, and more than 0. */
  Answer<Found> readStart(String object, int length);

  /** Writes an object; the answer is its version. */
  Answer<String> write(String object, Content content, Condition condition);

  /**
   * Deletes an object; one that is not there may be missing or deleted, where nothing is expected.
   */
  Answer<Boolean> delete(String object, Condition condition);

  /**
   * Deletes up to {@link ObjectService#mostDeleted()} objects, which need not be there; the answer
   * has a reason for each that is still there.
   */
  Answer<List<String>> deleteAll(List<String> objects);

  /** A page of the objects whose names begin so, in any order; null asks for the first. */
  Answer<Page> list(String prefix, @Nullable String continuation);

  /** The Date header of an answer (RFC 9110, section 6.6.1), whatever it says of this object. */
  @Nullable String date(String object);

  /**
   * Whether a request to delete is sent once, whatever becomes of its reply; if not, one that was
   * carried out may be answered as if nothing had been there.
   */
  default boolean deletesOnce() {
    return true;
  }

  /**
   * What went wrong in a few words, with what to do about it where that is known; no name of an
   * object and no secret is in it.
   *
   * @param failure the cause in one of the answers
   */
  String reason(Throwable failure);

  /** Lets go of the client, unless it is the application's; requests under way end. */
  @Override
  void close();
}
