package org.cairncache.s3;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cairncache.spi.Causes;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.spi.object.Answer;
import org.cairncache.spi.object.Condition;
import org.cairncache.spi.object.Content;
import org.cairncache.spi.object.Found;
import org.cairncache.spi.object.ObjectBucket;
import org.cairncache.spi.object.ObjectService;
import org.cairncache.spi.object.Page;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of one bucket in S3. Thread-safe.
 *
 * @param owned whether the client is closed with it
 * @param overrides what each request says to the client beside what it is
 */
record S3Bucket(
    S3Client client, boolean owned, String name, AwsRequestOverrideConfiguration overrides)
    implements ObjectBucket {
  private static final ObjectService SERVICE =
      new ObjectService(
          "S3",
          "If-None-Match",
          "If-Match",
          "\"00000000000000000000000000000000\"",
          "is a GET and a PUT of the whole object in S3, for about 5.40 USD a million (S3 Standard,"
              + " us-east-1)",
          1_000);

  private static final String TYPE = "application/octet-stream";
  private static final int NO_CONTENT = 204;

  @Override
  public ObjectService service() {
    return SERVICE;
  }

  @Override
  public Answer<Found> read(String object, int longest) {
    return ask(
        () ->
            client.getObject(
                request -> request.bucket(name).key(object).overrideConfiguration(overrides),
                Download.of(longest, Envelope.HEADER_BYTES)));
  }

  @Override
  public Answer<Found> readUnless(String object, String version, int longest) {
    return ask(
        () ->
            client.getObject(
                request ->
                    request
                        .bucket(name)
                        .key(object)
                        .ifNoneMatch(version)
                        .overrideConfiguration(overrides),
                Download.of(longest, Envelope.HEADER_BYTES)));
  }

  @Override
  public Answer<Found> readStart(String object, int length) {
    Answer<Found> answer =
        ask(
            () ->
                client.getObject(
                    request ->
                        request
                            .bucket(name)
                            .key(object)
                            .range("bytes=0-" + (length - 1))
                            .overrideConfiguration(overrides),
                    Download.of(length, length)));
    // An empty object has no range.
    return answer instanceof Answer.Refused<Found> refused
            && refused.cause() instanceof AwsServiceException said
            && said.statusCode() == 416
        ? read(object, length)
        : answer;
  }

  /** The version is the ETag. The bytes are sent from the array itself. */
  @Override
  public Answer<String> write(String object, Content content, Condition condition) {
    byte[] bytes = content.bytes();
    Long movedTo = content.movedTo();
    RequestBody body =
        RequestBody.fromContentProvider(
            ContentStreamProvider.fromByteArrayUnsafe(bytes), bytes.length, TYPE);
    return ask(
        () -> {
          PutObjectResponse response =
              client.putObject(
                  request ->
                      request
                          .bucket(name)
                          .key(object)
                          .metadata(
                              movedTo == null
                                  ? Map.of()
                                  : Map.of(Download.MOVED_TO, movedTo.toString()))
                          .ifMatch(ifMatch(condition))
                          .ifNoneMatch(condition instanceof Condition.Nothing ? "*" : null)
                          .overrideConfiguration(overrides),
                  body);
          if (response.eTag() == null) {
            throw new NoAnswerException("an ETag");
          }
          return response.eTag();
        });
  }

  private static @Nullable String ifMatch(Condition condition) {
    return condition instanceof Condition.Match match ? match.version() : null;
  }

  @Override
  public Answer<Boolean> delete(String object, Condition condition) {
    return ask(
        () -> {
          DeleteObjectResponse response =
              client.deleteObject(
                  request ->
                      request
                          .bucket(name)
                          .key(object)
                          .ifMatch(ifMatch(condition))
                          .overrideConfiguration(overrides));
          if (response.sdkHttpResponse().statusCode() != NO_CONTENT) {
            throw new NoAnswerException("its status, 204");
          }
          return true;
        });
  }

  @Override
  public Answer<List<String>> deleteAll(List<String> objects) {
    Delete all =
        Delete.builder()
            .objects(
                objects.stream()
                    .map(object -> ObjectIdentifier.builder().key(object).build())
                    .toList())
            .build();
    return ask(
        () -> {
          DeleteObjectsResponse response =
              client.deleteObjects(
                  request -> request.bucket(name).delete(all).overrideConfiguration(overrides));
          if (response.deleted().size() + response.errors().size() < objects.size()) {
            throw new NoAnswerException("some of the objects");
          }
          return response.errors().stream().map(S3Error::code).toList();
        });
  }

  @Override
  public Answer<Page> list(String prefix, @Nullable String continuation) {
    return ask(
        () -> {
          ListObjectsV2Response response =
              client.listObjectsV2(
                  request ->
                      request
                          .bucket(name)
                          .prefix(prefix)
                          .continuationToken(continuation)
                          .overrideConfiguration(overrides));
          if (response.isTruncated() == null) {
            throw new NoAnswerException("a listing");
          }
          return new Page(
              response.contents().stream().map(S3Bucket::listed).toList(),
              response.isTruncated() ? response.nextContinuationToken() : null);
        });
  }

  private static Page.Listed listed(S3Object object) {
    return new Page.Listed(object.key(), object.size(), null);
  }

  @Override
  public @Nullable String date(String object) {
    try {
      return date(
          client
              .headObject(
                  request -> request.bucket(name).key(object).overrideConfiguration(overrides))
              .sdkHttpResponse());
    } catch (AwsServiceException said) {
      return said.awsErrorDetails() == null ? null : date(said.awsErrorDetails().sdkHttpResponse());
    } catch (SdkException unanswered) {
      return null;
    }
  }

  private static @Nullable String date(@Nullable SdkHttpResponse response) {
    return response == null ? null : response.firstMatchingHeader("Date").orElse(null);
  }

  @Override
  public String reason(Throwable failure) {
    return Failures.reason(failure) + Advice.on(failure);
  }

  @Override
  public void close() {
    if (owned) {
      client.close();
    }
  }

  private static <T> Answer<T> ask(Supplier<T> request) {
    try {
      return new Answer.Value<>(request.get());
    } catch (NoAnswerException nothing) {
      return new Answer.Failed<>(nothing, Answer.Trace.PERHAPS);
    } catch (SdkException failure) {
      return Causes.contain(failure, NoAnswerException.class)
          ? new Answer.Failed<>(failure, Answer.Trace.PERHAPS)
          : Failures.answer(failure);
    }
  }
}
