package org.cairncache.gcs;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.StorageScopes;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.NoCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.HttpStorageOptions;
import java.io.IOException;
import java.time.Duration;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.object.ObjectLimits;

/**
 * Makes clients of the JSON API. The one of google-cloud-storage stands on the same, but has no way
 * to read an object and its generation by one request, and sends requests again by itself.
 */
final class Clients {
  private Clients() {}

  /**
   * The bucket, by what the application's client is made of or by a client of its own.
   *
   * @throws StoreException if that cannot be made, with what to set
   */
  static GcsBucket bucket(String name, GcsSettings settings, StoreContext<?, ?> context) {
    return new GcsBucket(
        settings.client() == null
            ? own(settings, context)
            : given(settings.client().getOptions(), settings.limits(), context),
        name);
  }

  private static Client own(GcsSettings settings, StoreContext<?, ?> context) {
    HttpRequestInitializer credentials = initializer(credentials(settings, context));
    String root =
        settings.endpoint() == null ? Storage.DEFAULT_ROOT_URL : settings.endpoint().toString();
    HttpTransport transport = Transports.make(settings.limits(), context.scheduler());
    return client(transport, root, credentials, settings.limits());
  }

  /** With a transport of its own. */
  static Client client(
      HttpTransport transport, String root, HttpRequestInitializer first, ObjectLimits limits) {
    return new Client(storage(transport, root, first, limits), true, transport);
  }

  private static Credentials credentials(GcsSettings settings, StoreContext<?, ?> context) {
    if (settings.anonymous()) {
      return NoCredentials.getInstance();
    }
    try {
      return settings.credentials() == null
          ? GoogleCredentials.getApplicationDefault()
          : settings.credentials();
    } catch (IOException none) {
      throw new StoreException(
          "Cache \""
              + context.cacheName()
              + "\": no client can be made for "
              + context.uri()
              + ": there are no Application Default Credentials. Set them up (gcloud auth"
              + " application-default login), or set credentials, or anonymous for an emulator",
          none);
    }
  }

  private static HttpRequestInitializer initializer(Credentials credentials) {
    if (credentials instanceof NoCredentials) {
      return request -> {};
    }
    return new HttpCredentialsAdapter(
        credentials instanceof GoogleCredentials google && google.createScopedRequired()
            ? google.createScoped(StorageScopes.DEVSTORAGE_READ_WRITE)
            : credentials);
  }

  private static Client given(
      com.google.cloud.storage.StorageOptions options,
      ObjectLimits limits,
      StoreContext<?, ?> context) {
    if (!(options instanceof HttpStorageOptions)
        || !(options.getTransportOptions() instanceof HttpTransportOptions http)) {
      throw new StoreException(
          "Cache \""
              + context.cacheName()
              + "\": the client that was given does not speak HTTP. Make it by StorageOptions.http()");
    }
    HttpRequestInitializer initializer = http.getHttpRequestInitializer(options);
    HttpTransportFactory factory = http.getHttpTransportFactory();
    if (factory instanceof HttpTransportOptions.DefaultHttpTransportFactory) {
      return client(
          Transports.make(limits, context.scheduler()), options.getHost(), initializer, limits);
    }
    HttpTransport theirs = factory.create();
    return new Client(
        storage(theirs, options.getHost(), initializer, limits),
        !(theirs instanceof NetHttpTransport),
        null);
  }

  private static Storage storage(
      HttpTransport transport, String root, HttpRequestInitializer first, ObjectLimits limits) {
    HttpRequestInitializer initializer =
        request -> {
          addCredentials(first, request);
          request
              .setConnectTimeout(millis(limits.connectTimeout()))
              .setReadTimeout(millis(limits.requestTimeout()))
              .setWriteTimeout(millis(limits.requestTimeout()))
              .setNumberOfRetries(1); // with new credentials, where the old are refused
        };
    return new Storage.Builder(transport, GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(root)
        .setApplicationName("cairn")
        .build();
  }

  private static void addCredentials(HttpRequestInitializer credentials, HttpRequest request)
      throws UnsentException {
    try {
      credentials.initialize(request);
    } catch (IOException | RuntimeException none) {
      throw new UnsentException(none);
    }
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
