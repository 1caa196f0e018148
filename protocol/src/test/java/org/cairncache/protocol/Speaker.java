package org.cairncache.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Says to one server what is written down. Thread-safe. */
final class Speaker {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  Speaker(URI server) {
    this.server = server;
  }

  /** Sends a request; {@code {md5}} in a header is that of the body. */
  Reply say(Part written, Words words) throws Exception {
    String[] start = words.fill(written.start()).split(" ", 2);
    byte[] body = words.fill(written.body()).getBytes(UTF_8);
    words.set("md5", Base64.getEncoder().encodeToString(md5(body)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + start[1]))
            .timeout(Duration.ofSeconds(30))
            .method(start[0], BodyPublishers.ofByteArray(body));
    for (Map.Entry<String, String> header : written.headers()) {
      request.header(header.getKey(), words.fill(header.getValue()));
    }
    return Reply.of(client.send(request.build(), BodyHandlers.ofString()));
  }

  private static byte[] md5(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("MD5").digest(bytes);
  }
}
