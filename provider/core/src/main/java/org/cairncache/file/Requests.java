package org.cairncache.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreObserver.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Tells the observer how each request to the disk ended, and the caller of a failure.
 *
 * @param cacheName what messages name
 */
record Requests(String cacheName, StoreObserver observer) {

  /** Something that is asked of the disk. */
  interface Request<R> {
    @Nullable R run() throws IOException;
  }

  /**
   * Runs the request.
   *
   * @throws StoreException if the disk fails
   */
  <R> @Nullable R ask(Operation operation, Request<R> request) {
    long start = System.nanoTime();
    try {
      @Nullable R answer = request.run();
      observer.succeeded(operation, System.nanoTime() - start);
      return answer;
    } catch (IOException failure) {
      observer.failed(operation, System.nanoTime() - start, failure);
      throw new StoreException(
          "Cache \""
              + cacheName
              + "\": "
              + operation
              + " failed on the file store: "
              + reason(failure),
          failure);
    }
  }

  boolean test(Operation operation, Request<Boolean> request) {
    return Boolean.TRUE.equals(ask(operation, request));
  }

  <R> List<R> list(Request<List<R>> request) {
    List<R> answer = ask(Operation.KEYS, request);
    return answer == null ? List.of() : answer;
  }

  // A file system's exception has the path as its message, and the reason apart or in its class.
  private static String reason(IOException failure) {
    return failure instanceof FileSystemException failed
        ? failed.getClass().getSimpleName()
            + (failed.getReason() == null ? "" : ", " + failed.getReason())
        : String.valueOf(failure.getMessage());
  }
}
