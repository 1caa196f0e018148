package org.cairncache.testkit.gcs;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Call;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.http.Faults;
import org.cairncache.testkit.http.Request;
import org.cairncache.testkit.http.Service;

/** What Google Cloud Storage does, over buckets in memory. Its monitor guards all that it has. */
final class GcsService implements Service {
  private final Map<String, Bucket> buckets = new TreeMap<>();
  private final Resumables resumables = new Resumables();
  private final Faults faults;
  private boolean ignoresPreconditions;

  /**
   * With no bucket.
   *
   * @param faults asked for each call of a batch too
   */
  GcsService(Faults faults) {
    this.faults = faults;
  }

  synchronized void ignorePreconditions(boolean ignored) {
    ignoresPreconditions = ignored;
  }

  @Override
  public Request request(Call call) {
    return Target.of(call).request();
  }

  @Override
  public synchronized Answer answer(Call call, Instant now) {
    try {
      return answer(Target.of(call), call, now);
    } catch (GcsFailure failure) {
      return failure.answer();
    }
  }

  private Answer answer(Target target, Call call, Instant now) {
    return switch (target.operation()) {
      case "batch" -> Batch.answer(call, inner -> bundled(inner, now));
      case "buckets.insert" -> createBucket(String.valueOf(Json.read(call.body()).get("name")));
      case "buckets.get" -> getBucket(target.bucket());
      case "objects.list" -> ObjectListing.of(bucket(target.bucket()), call.query());
      case "objects.insert" -> insert(target, call, now);
      case "objects.insert.continue" -> more(bucket(target.bucket()), call, now);
      case "objects.get", "objects.getMedia" -> read(target, call);
      case "objects.delete" -> delete(target, call);
      case "objects.patch" -> patch(target, call, now);
      default -> throw GcsFailure.notImplemented(target.operation());
    };
  }

  private Answer bundled(Call call, Instant now) {
    return faults.claim(request(call)) instanceof Fault.Wrong wrong
        ? wrong.answer()
        : answer(call, now);
  }

  /**
   * A bucket that is there.
   *
   * @throws GcsFailure if it is not
   */
  synchronized Bucket bucket(String name) {
    Bucket bucket = buckets.get(name);
    if (bucket == null) {
      throw new GcsFailure(404, "notFound", "The specified bucket does not exist.");
    }
    return bucket;
  }

  /** Creates a bucket, unless there is one of this name: "Buckets: insert". */
  synchronized Answer createBucket(String name) {
    if (buckets.putIfAbsent(name, new Bucket(name)) != null) {
      throw new GcsFailure(409, "conflict", "You already own this bucket.");
    }
    return getBucket(name);
  }

  private Answer getBucket(String name) {
    bucket(name);
    return Json.answer(200, Map.of("kind", "storage#bucket", "id", name, "name", name));
  }

  private Answer insert(Target target, Call call, Instant now) {
    Bucket bucket = bucket(target.bucket());
    if (target.object().isEmpty()) {
      throw new GcsFailure(400, "required", "Required: name");
    }
    if ("resumable".equals(call.query().get("uploadType"))) {
      return resumables.begin(call, target.object());
    }
    return inserted(bucket, target.object(), Upload.of(call), now);
  }

  private Answer more(Bucket bucket, Call call, Instant now) {
    Upload upload = resumables.more(call);
    return upload == null
        ? resumables.incomplete(call)
        : inserted(bucket, resumables.name(call), upload, now);
  }

  private Answer inserted(Bucket bucket, String object, Upload upload, Instant now) {
    Upload next =
        ignoresPreconditions ? new Upload(Map.of(), upload.described(), upload.body()) : upload;
    return Json.answer(200, bucket.insert(object, next, now).resource());
  }

  private Answer read(Target target, Call call) {
    GcsObject object = bucket(target.bucket()).get(target.object(), call.query().get("generation"));
    if (!preconditions(call).checkRead(object)) {
      return Answer.of(304);
    }
    return target.operation().equals("objects.get")
        ? Json.answer(200, object.resource())
        : Media.answer(object, call);
  }

  private Answer delete(Target target, Call call) {
    Bucket bucket = bucket(target.bucket());
    GcsObject object = bucket.get(target.object(), call.query().get("generation"));
    preconditions(call).checkChange(object);
    bucket.objects().remove(object.name());
    return Answer.of(204);
  }

  private Answer patch(Target target, Call call, Instant now) {
    Bucket bucket = bucket(target.bucket());
    GcsObject object = bucket.get(target.object(), call.query().get("generation"));
    preconditions(call).checkChange(object);
    GcsObject patched = object.patched(Json.read(call.body()), now);
    bucket.objects().put(object.name(), patched);
    return Json.answer(200, patched.resource());
  }

  private Preconditions preconditions(Call call) {
    return new Preconditions(ignoresPreconditions ? Map.of() : call.query());
  }
}
