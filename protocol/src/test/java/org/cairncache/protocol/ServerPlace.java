package org.cairncache.protocol;

import java.net.URI;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.cairncache.s3.S3StoreFactory;
import org.cairncache.spi.Setting;
import org.cairncache.testkit.contract.Medium;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.cairncache.testkit.proxy.FaultyProxy;
import org.cairncache.testkit.proxy.Framing;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket on a server, which the store reaches through a line that can be cut. */
final class ServerPlace implements Medium, AutoCloseable {
  static final String ACCESS_KEY = "access";
  static final String SECRET_KEY = "secret";

  private static final String BUCKET = "bucket";
  private static final String PREFIX = "test";
  private static final URI STORE = URI.create("s3://" + BUCKET + "/" + PREFIX);

  private final ObjectServer server;
  private final FaultyProxy line;
  private final S3Client client;

  ServerPlace(ObjectServer server) {
    this.server = server;
    line = FaultyProxy.to(server.uri().getHost(), server.uri().getPort(), Framing.none());
    client =
        S3Client.builder()
            .endpointOverride(server.uri())
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(credentials())
            .build();
    client.createBucket(request -> request.bucket(BUCKET));
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY));
  }

  StoreUnderTest store() {
    StoreUnderTest store = StoreUnderTest.encoded(new S3StoreFactory(), STORE, this);
    store = with(store, "endpoint", endpoint());
    store = with(store, "path-style", true);
    return with(store, "credentials", credentials());
  }

  private static StoreUnderTest with(StoreUnderTest store, String setting, Object value) {
    return store.factory().settings().stream()
        .filter(each -> each.name().equals(setting))
        .findFirst()
        .map(each -> with(store, each, value))
        .orElseThrow();
  }

  private static <T> StoreUnderTest with(StoreUnderTest store, Setting<T> setting, Object value) {
    return store.with(setting, setting.type().cast(value));
  }

  /** A cache of texts, as an application would have it. */
  Cache<String, String> cache(CachingProvider provider, String name) {
    Properties properties = new Properties();
    properties.put("cairn.endpoint", endpoint().toString());
    properties.put("cairn.path-style", "true");
    properties.put("cairn.credentials", credentials());
    return provider
        .getCacheManager(STORE, null, properties)
        .createCache(
            name, new MutableConfiguration<String, String>().setTypes(String.class, String.class));
  }

  /** How many bytes the object of a key has; null if there is none. */
  @Nullable Long size(String cacheName, String key) {
    try {
      String name = name(cacheName, key);
      return client.headObject(request -> request.bucket(BUCKET).key(name)).contentLength();
    } catch (NoSuchKeyException e) {
      return null;
    }
  }

  // Nothing in it is escaped.
  private static String name(String cacheName, String key) {
    return PREFIX + "/" + cacheName + "/" + key;
  }

  private URI endpoint() {
    return URI.create("http://" + line.host() + ":" + line.port());
  }

  @Override
  public void spoil(String cacheName, String key) {
    String name = name(cacheName, key);
    client.putObject(
        request -> request.bucket(BUCKET).key(name), RequestBody.fromBytes(new byte[] {1, 2, 3}));
  }

  @Override
  public Outage fail() {
    line.refuse(true);
    line.resetConnections();
    return line::heal;
  }

  @Override
  public void close() {
    client.close();
    line.close();
    server.close();
  }
}
