package org.cairncache.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;

/**
 * Somebody who speaks HTTP with an application and keeps its cookies. Every call ends within half a
 * minute. Thread-safe.
 */
final class Visitor {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final HttpClient PLAIN = builder().build();

  private final HttpClient client = builder().cookieHandler(new CookieManager()).build();
  private final Function<String, URI> address;

  Visitor(Function<String, URI> address) {
    this.address = address;
  }

  /** Whether there is an application at the address. */
  static boolean answers(URI address) {
    try {
      return send(PLAIN, HttpRequest.newBuilder(address)).statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false; // nobody listens yet, or does any more
    }
  }

  HttpResponse<String> get(String path) {
    return send(client, HttpRequest.newBuilder(address.apply(path)));
  }

  HttpResponse<String> put(String path, String body) {
    return send(
        client,
        HttpRequest.newBuilder(address.apply(path))
            .header("Content-Type", "text/plain")
            .PUT(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> delete(String path) {
    return send(client, HttpRequest.newBuilder(address.apply(path)).DELETE());
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // Open Liberty does not answer what comes while a connection is upgraded to HTTP/2.
  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(LIMIT);
  }
}
