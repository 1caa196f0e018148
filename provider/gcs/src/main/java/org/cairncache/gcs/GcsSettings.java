package org.cairncache.gcs;

import com.google.auth.Credentials;
import com.google.cloud.storage.Storage;
import java.net.URI;
import java.util.List;
import org.cairncache.spi.BoundedSettings;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.object.ObjectLimits;
import org.jspecify.annotations.Nullable;

/**
 * What can be set for caches in Google Cloud Storage. Those that agree in it share one client.
 *
 * @param client the application's own, or null
 * @param credentials who may read and write, or null for Google's own search
 * @param anonymous whether requests have no credentials at all
 * @param endpoint where the service is if not at Google, or null
 */
record GcsSettings(
    @Nullable Storage client,
    @Nullable Credentials credentials,
    boolean anonymous,
    @Nullable URI endpoint,
    ObjectLimits limits) {

  static final Setting<Storage> CLIENT =
      new Setting<>(
          "client",
          Storage.class,
          "A com.google.cloud.storage.Storage that the application made for HTTP: its host,"
              + " credentials, headers and transport are used; endpoint, credentials and anonymous"
              + " then do not count. Give it as an object in the properties of the manager. By default"
              + " one is made.");

  static final Setting<Credentials> CREDENTIALS =
      new Setting<>(
          "credentials",
          Credentials.class,
          "Who may read and write, an object of Google's auth library in the properties of the manager"
              + " or the name of a class; by default the Application Default Credentials.");

  static final Setting<Boolean> ANONYMOUS =
      new Setting<>(
          "anonymous",
          Boolean.class,
          "Whether requests have no credentials, as NoCredentials says it in code; false by default. An"
              + " emulator needs none.");

  static final Setting<URI> ENDPOINT =
      new Setting<>(
          "endpoint",
          URI.class,
          "Where the service is, if not at Google: an http or https URI of host and port. It must"
              + " honour ifGenerationMatch, which is tried when a cache is opened.");

  static List<Setting<?>> all() {
    return List.of(CREDENTIALS, ANONYMOUS, ENDPOINT, CLIENT);
  }

  /**
   * Reads what is set.
   *
   * @throws IllegalArgumentException if something is out of its bounds
   */
  static GcsSettings of(StoreContext<?, ?> context) {
    Settings settings = context.settings();
    BoundedSettings bounded = new BoundedSettings(context);
    return new GcsSettings(
        settings.get(CLIENT).orElse(null),
        settings.get(CREDENTIALS).orElse(null),
        settings.get(ANONYMOUS).orElse(false),
        bounded.endpoint(ENDPOINT),
        ObjectLimits.of(bounded));
  }
}
