package org.cairncache.testkit.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is uploaded is checked as the AWS SDK lets it be. */
class UploadTest {
  private static final String SIGNED = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";

  private final S3Server s3 = S3Server.start("b");
  private final S3Requests requests = new S3Requests(s3.uri());

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void put_wrongMd5_isRefused() throws Exception {
    assertThat(requests.put("k", "a", "Content-MD5", md5("b")).statusCode()).isEqualTo(400);
    assertThat(requests.put("k", "a", "Content-MD5", "a").body())
        .contains("<Code>InvalidDigest</Code>");
    assertThat(requests.put("k", "a", "Content-MD5", md5("a")).statusCode()).isEqualTo(200);
  }

  @Test
  void put_wrongChecksum_isRefused() throws Exception {
    assertThat(requests.put("k", "a", "x-amz-checksum-crc32", crc("b")).body())
        .contains("<Code>BadDigest</Code>");
    assertThat(s3.keys("b")).isEmpty();
    assertThat(requests.put("k", "a", "x-amz-checksum-crc32", crc("a")).statusCode())
        .isEqualTo(200);
    assertThat(checksum(requests.get("k", "x-amz-checksum-mode", "ENABLED"))).isEqualTo(crc("a"));
    assertThat(checksum(requests.get("k"))).isEqualTo("none");
  }

  @Test
  void put_inSignedChunksWithTrailer_isDecoded() throws Exception {
    String body =
        "4;chunk-signature=00\r\nabcd\r\n2;chunk-signature=11\r\nef\r\n0;chunk-signature=22\r\n"
            + "x-amz-checksum-crc32:"
            + crc("abcdef")
            + "\r\nx-amz-trailer-signature:33\r\n\r\n";

    assertThat(putChunks(body, 6).statusCode()).isEqualTo(200);

    assertThat(requests.get("k").body()).isEqualTo("abcdef");
    assertThat(checksum(requests.get("k", "x-amz-checksum-mode", "ENABLED")))
        .isEqualTo(crc("abcdef"));
  }

  @Test
  void put_inChunksThatDoNotFit_isRefused() throws Exception {
    String trailer = "x-amz-checksum-crc32:" + crc("abcd") + "\r\n\r\n";

    assertThat(putChunks("4\r\nabcd\r\n0\r\n" + trailer, 5).statusCode()).isEqualTo(400);
    assertThat(putChunks("4\r\nabcX\r\n0\r\n" + trailer, 4).statusCode()).isEqualTo(400);
    assertThat(putChunks("4\r\nabcd\r\n0\r\n\r\n", 4).statusCode()).isEqualTo(400);
    assertThat(putChunks("5\r\nabcd\r\n0\r\n" + trailer, 4).statusCode()).isEqualTo(400);
    assertThat(putChunks("4\r\nabcd\r\n", 4).statusCode()).isEqualTo(400);
    assertThat(s3.keys("b")).isEmpty();
  }

  private HttpResponse<String> putChunks(String body, int length) throws Exception {
    return requests.put(
        "k",
        body,
        "x-amz-content-sha256",
        SIGNED,
        "x-amz-decoded-content-length",
        Integer.toString(length),
        "x-amz-trailer",
        "x-amz-checksum-crc32",
        "Content-Encoding",
        "aws-chunked");
  }

  private static String checksum(HttpResponse<String> response) {
    return response.headers().firstValue("x-amz-checksum-crc32").orElse("none");
  }

  static String md5(String text) {
    return Base64.getEncoder()
        .encodeToString(S3Object.digest("MD5", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
