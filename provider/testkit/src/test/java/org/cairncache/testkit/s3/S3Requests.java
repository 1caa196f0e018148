package org.cairncache.testkit.s3;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests to a bucket named {@code b}, without a signature. */
final class S3Requests {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI uri;

  S3Requests(URI uri) {
    this.uri = uri;
  }

  /**
   * Sends one.
   *
   * @param rest what comes after the bucket, percent-encoded
   * @param headers names and values in turn
   */
  HttpResponse<String> send(String method, String rest, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri + "/b" + rest))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> put(String key, String body, String... headers) throws Exception {
    return send("PUT", "/" + key, body, headers);
  }

  HttpResponse<String> get(String key, String... headers) throws Exception {
    return send("GET", "/" + key, "", headers);
  }

  HttpResponse<String> delete(String key, String... headers) throws Exception {
    return send("DELETE", "/" + key, "", headers);
  }

  static String etag(HttpResponse<?> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }
}
