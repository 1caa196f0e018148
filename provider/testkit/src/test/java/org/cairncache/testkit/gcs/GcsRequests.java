package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Requests to a bucket named {@code b}, without credentials. */
final class GcsRequests {
  static final String OBJECTS = "/storage/v1/b/b/o";
  static final String UPLOADS = "/upload/storage/v1/b/b/o?uploadType=";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI uri;

  GcsRequests(URI uri) {
    this.uri = uri;
  }

  /**
   * Sends one.
   *
   * @param path with its query, percent-encoded
   * @param headers names and values in turn
   */
  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    return send(method, path, body.getBytes(UTF_8), headers);
  }

  HttpResponse<String> send(String method, String path, byte[] body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri + path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  /** Sends one and returns its status. */
  int status(String method, String path) throws Exception {
    return send(method, path, "").statusCode();
  }

  /** Writes an object by the bytes alone. */
  HttpResponse<String> insert(String name, String body, String query) throws Exception {
    return send("POST", UPLOADS + "media&name=" + name + query, body);
  }

  /** Writes an object by a resource and its bytes. */
  HttpResponse<String> insertDescribed(String resource, String body, String query)
      throws Exception {
    String parts =
        "--x\r\nContent-Type: application/json\r\n\r\n"
            + resource
            + "\r\n--x\r\nContent-Type: text/plain\r\n\r\n"
            + body
            + "\r\n--x--\r\n";
    return send(
        "POST",
        UPLOADS + "multipart" + query,
        parts,
        "Content-Type",
        "multipart/related; boundary=x");
  }

  HttpResponse<String> read(String name, String query, String... headers) throws Exception {
    return send("GET", OBJECTS + "/" + name + "?alt=media" + query, "", headers);
  }

  /** The resource of an object. */
  Map<String, Object> resource(String name) throws Exception {
    return json(send("GET", OBJECTS + "/" + name, ""));
  }

  static String generation(HttpResponse<String> response) {
    return (String) json(response).get("generation");
  }

  /** The reason of a refusal. */
  static Object reason(HttpResponse<String> response) {
    Map<?, ?> error = (Map<?, ?>) json(response).get("error");
    return ((Map<?, ?>) ((List<?>) error.get("errors")).get(0)).get("reason");
  }

  static Map<String, Object> json(HttpResponse<String> response) {
    return Json.read(response.body().getBytes(UTF_8));
  }
}
