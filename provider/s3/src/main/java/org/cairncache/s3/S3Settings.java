package org.cairncache.s3;

import java.net.URI;
import java.util.List;
import org.cairncache.spi.BoundedSettings;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.object.ObjectLimits;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What can be set for caches in S3. Those that agree in it share one client.
 *
 * @param client the application's own, or null
 * @param credentials who knows the keys, or null for the SDK's own search
 * @param region or null for the SDK's own search
 * @param endpoint where S3 is if not at AWS, or null
 * @param pathStyle whether the bucket stands in the path and not in the host
 */
record S3Settings(
    @Nullable S3Client client,
    @Nullable AwsCredentialsProvider credentials,
    @Nullable String region,
    @Nullable URI endpoint,
    boolean pathStyle,
    ObjectLimits limits) {

  static final Setting<S3Client> CLIENT =
      new Setting<>(
          "client",
          S3Client.class,
          "An S3Client of the AWS SDK that the application made, configured and will close; region,"
              + " endpoint, path-style, credentials and connect-timeout then do not count. Give it as"
              + " an object in the properties of the manager. By default one is made.");

  static final Setting<AwsCredentialsProvider> CREDENTIALS =
      new Setting<>(
          "credentials",
          AwsCredentialsProvider.class,
          "Who knows the access key, an object in the properties of the manager or the name of a"
              + " class; by default the AWS SDK looks in the environment, the profile and the role of"
              + " the machine.");

  static final Setting<String> REGION =
      new Setting<>(
          "region",
          String.class,
          "The region of the bucket, such as eu-central-1; by default as the AWS SDK finds it, and"
              + " us-east-1 with an endpoint.");

  static final Setting<URI> ENDPOINT =
      new Setting<>(
          "endpoint",
          URI.class,
          "Where S3 is, if not at AWS: an http or https URI of host and port. Its store must honour"
              + " If-Match and If-None-Match, which is tried when a cache is opened.");

  static final Setting<Boolean> PATH_STYLE =
      new Setting<>(
          "path-style",
          Boolean.class,
          "Whether the bucket stands in the path of a request and not in its host; false by default."
              + " Most stores that are not AWS need it.");

  static List<Setting<?>> all() {
    return List.of(REGION, ENDPOINT, PATH_STYLE, CREDENTIALS, CLIENT);
  }

  /**
   * Reads what is set.
   *
   * @throws IllegalArgumentException if something is out of its bounds
   */
  static S3Settings of(StoreContext<?, ?> context) {
    Settings settings = context.settings();
    BoundedSettings bounded = new BoundedSettings(context);
    return new S3Settings(
        settings.get(CLIENT).orElse(null),
        settings.get(CREDENTIALS).orElse(null),
        settings.get(REGION).orElse(null),
        bounded.endpoint(ENDPOINT),
        settings.get(PATH_STYLE).orElse(false),
        ObjectLimits.of(bounded));
  }
}
