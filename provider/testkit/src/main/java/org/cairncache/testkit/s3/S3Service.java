package org.cairncache.testkit.s3;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Call;
import org.cairncache.testkit.http.Request;
import org.cairncache.testkit.http.Service;

/** What S3 does, over buckets in memory. Its monitor guards all that it has. */
final class S3Service implements Service {
  private final Map<String, Bucket> buckets = new TreeMap<>();
  private long answered;
  private Quirks quirks = new Quirks(false, false);

  synchronized void setQuirks(Quirks quirks) {
    this.quirks = quirks;
  }

  synchronized Quirks quirks() {
    return quirks;
  }

  @Override
  public Request request(Call call) {
    return Target.of(call).request();
  }

  @Override
  public synchronized Answer answer(Call call, Instant now) {
    Answer answer;
    try {
      answer = answer(Target.of(call), call, now);
    } catch (S3Failure failure) {
      answer = failure.answer();
    }
    return answer.with("x-amz-request-id", Long.toString(++answered));
  }

  private Answer answer(Target target, Call call, Instant now) {
    target.checkKey();
    return switch (target.operation()) {
      case "CreateBucket" -> createBucket(target.bucket());
      case "HeadBucket" -> headBucket(target.bucket());
      case "ListObjectsV2" ->
          new ObjectListing(call.query()).of(bucket(target.bucket()), target.bucket());
      case "DeleteObjects" -> new ObjectDeletion(call, quirks).from(bucket(target.bucket()));
      case "PutObject" -> put(bucket(target.bucket()), target.key(), call, now);
      case "GetObject", "HeadObject" -> read(bucket(target.bucket()).get(target.key()), call);
      case "DeleteObject" -> delete(bucket(target.bucket()), target.key(), call);
      default -> throw S3Failure.notImplemented(target.operation());
    };
  }

  /**
   * A bucket that is there.
   *
   * @throws S3Failure if it is not
   */
  synchronized Bucket bucket(String name) {
    Bucket bucket = buckets.get(name);
    if (bucket == null) {
      throw new S3Failure(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    return bucket;
  }

  /** Creates a bucket, unless there is one of this name. */
  synchronized Answer createBucket(String name) {
    if (buckets.putIfAbsent(name, new Bucket()) != null) {
      throw new S3Failure(409, "BucketAlreadyOwnedByYou", "You have this bucket already.");
    }
    return Answer.of(200).with("Location", "/" + name);
  }

  private Answer headBucket(String name) {
    bucket(name);
    return Answer.of(200).with("x-amz-bucket-region", "us-east-1");
  }

  private Answer put(Bucket bucket, String key, Call call, Instant now) {
    S3Object object = Upload.object(call, now);
    if (!quirks.ignoresConditions()) {
      Conditions.of(call).checkWrite(bucket.find(key));
    }
    bucket.objects().put(key, object);
    return Answer.of(200).with("ETag", object.etag());
  }

  private Answer read(S3Object object, Call call) {
    if (!quirks.ignoresConditions() && !Conditions.of(call).checkRead(object)) {
      return Answer.of(304).with("ETag", object.etag());
    }
    return Reading.answer(object, call);
  }

  private Answer delete(Bucket bucket, String key, Call call) {
    Conditions conditions = Conditions.of(call);
    if (quirks.refusesConditionalDelete() && !conditions.isEmpty()) {
      throw S3Failure.notImplemented("If-Match");
    }
    if (!quirks.ignoresConditions()) {
      conditions.checkWrite(bucket.find(key));
    }
    bucket.objects().remove(key);
    return Answer.of(204);
  }

  /**
   * How some other services differ from S3.
   *
   * @param ignoresConditions carries out every request, whatever its conditions
   * @param refusesConditionalDelete answers 501 to one
   */
  record Quirks(boolean ignoresConditions, boolean refusesConditionalDelete) {}
}
