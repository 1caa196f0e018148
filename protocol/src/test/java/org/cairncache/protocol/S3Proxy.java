package org.cairncache.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Andrew Gaul's S3Proxy before objects in memory. */
final class S3Proxy implements ObjectServer {
  private static final Pattern PORT = Pattern.compile("Started .*\\{127\\.0\\.0\\.1:(\\d+)}");

  private final ServerJvm jvm;

  private S3Proxy(List<String> authorization) {
    List<String> settings = new ArrayList<>(authorization);
    settings.add("s3proxy.endpoint=http://127.0.0.1:0");
    settings.add("jclouds.provider=transient-nio2");
    settings.add("jclouds.identity=none");
    settings.add("jclouds.credential=none");
    jvm =
        ServerJvm.start(
            name(),
            List.of(
                "-Dlogback.configurationFile="
                    + Path.of("src/test/servers/s3proxy-log.xml").toUri()),
            List.of("org.gaul.s3proxy.Main", "--properties", file(settings).toString()),
            PORT);
  }

  /** One that takes what is asked from everybody. */
  static S3Proxy open() {
    return new S3Proxy(List.of("s3proxy.authorization=none"));
  }

  /** One that takes nothing but what is signed with these keys. */
  static S3Proxy checking(String accessKey, String secretKey) {
    return new S3Proxy(
        List.of(
            "s3proxy.authorization=aws-v4",
            "s3proxy.identity=" + accessKey,
            "s3proxy.credential=" + secretKey));
  }

  private static Path file(List<String> settings) {
    try {
      return Files.write(Files.createTempFile(ServerJvm.HOME, "s3proxy", ".properties"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "s3proxy";
  }

  @Override
  public URI uri() {
    return jvm.uri();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
