package org.cairncache.testkit.gcs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Call;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.http.Faults;
import org.cairncache.testkit.http.Request;
import org.cairncache.testkit.http.Service;

/**
 * What Google Cloud Storage does, over buckets in memory: the methods of
 * https://docs.cloud.google.com/storage/docs/json_api/v1 that a class of its own does not carry
 * out. Its monitor guards all that it has.
 *
 * <p>A bucket or an object that is not there is 404, whatever the preconditions of a read, a patch
 * or a deletion say; that this comes first stands nowhere, but Google's own test bench does so.
 *
 * <p>{@code X-Goog-Gcs-Idempotency-Token}, one of the headers of
 * https://docs.cloud.google.com/storage/docs/json_api/v1/parameters, is not heeded: the real one
 * may answer a request that comes again as it did the first, and a client had better not need it.
 */
final class GcsService implements Service {
  private final Map<String, Bucket> buckets = new TreeMap<>();
  private final Resumables resumables = new Resumables();
  private final Faults faults;
  private final WriteLimit writeLimit = new WriteLimit();
  private boolean ignoresPreconditions;
  private boolean hidesCustomMetadata;

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

  synchronized void hideCustomMetadata(boolean hidden) {
    hidesCustomMetadata = hidden;
  }

  synchronized void limitWrites(Duration pause) {
    writeLimit.set(pause);
  }

  @Override
  public Request request(Call call) {
    try {
      return Target.of(Compression.undone(call)).request();
    } catch (GcsFailure failure) {
      return new Request(call.method() + " " + call.target(), ""); // refused when it is carried out
    }
  }

  @Override
  public synchronized Answer answer(Call call, Instant now) {
    try {
      Call plain = Compression.undone(call);
      if (plain.header("If-Match") != null || plain.header("If-None-Match") != null) {
        throw GcsFailure.notImplemented("preconditions in headers");
      }
      return answer(Target.of(plain), plain, now);
    } catch (GcsFailure failure) {
      return failure.answer();
    }
  }

  private Answer answer(Target target, Call call, Instant now) {
    return switch (target.operation()) {
      case "batch" -> Batch.answer(call, inner -> bundled(inner, now));
      case "buckets.insert" -> createBucket(String.valueOf(Json.read(call.body()).get("name")));
      case "buckets.get" -> getBucket(target.bucket());
      case "objects.list" ->
          Json.resource(ObjectListing.of(bucket(target.bucket()), call.query()), call.query());
      case "objects.insert" -> insert(target, call, now);
      case "objects.insert.continue" -> more(bucket(target.bucket()), call, now);
      case "objects.insert.cancel" -> resumables.cancel(call);
      case "objects.get", "objects.getMedia" -> read(target, call);
      case "objects.delete" -> delete(target, call, now);
      case "objects.patch" -> patch(target, call, now);
      default -> throw GcsFailure.notImplemented(target.operation());
    };
  }

  // Of what a fault can be, a single call of a batch can only be answered wrongly.
  private Answer bundled(Call call, Instant now) {
    Fault fault = faults.claim(request(call));
    Answer answer =
        fault == null || fault.carriedOut() ? alone(call, now) : GcsFaults.unavailable();
    return fault instanceof Fault.Wrong wrong ? wrong.answer() : answer;
  }

  private Answer alone(Call call, Instant now) {
    try {
      Batch.check(request(call).operation());
      return answer(call, now);
    } catch (GcsFailure failure) {
      return failure.answer();
    }
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

  /**
   * Creates a bucket, unless there is one of this name:
   * https://docs.cloud.google.com/storage/docs/json_api/v1/buckets/insert.
   */
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
    ObjectNames.check(target.object());
    if ("resumable".equals(call.query().get("uploadType"))) {
      return resumables.begin(call, target.object());
    }
    return inserted(bucket, target.object(), Upload.of(call), now);
  }

  private Answer more(Bucket bucket, Call call, Instant now) {
    Resumables.Session session = resumables.session(call);
    Answer before = session.answer();
    if (before != null) {
      return before;
    }
    Upload upload = session.more(call);
    return upload == null
        ? session.incomplete()
        : session.end(inserted(bucket, session.name(), upload, now));
  }

  private Answer inserted(Bucket bucket, String object, Upload upload, Instant now) {
    Upload next =
        ignoresPreconditions ? new Upload(Map.of(), upload.described(), upload.body()) : upload;
    writeLimit.check(bucket.name(), object, now);
    GcsObject inserted = bucket.insert(object, next, now);
    writeLimit.note(bucket.name(), object, now);
    return Json.resource(inserted.resource(), upload.query());
  }

  private Answer read(Target target, Call call) {
    GcsObject object = found(target, call);
    preconditions(call).check(object);
    return target.operation().equals("objects.get")
        ? Json.resource(object.resource(), call.query())
        : Media.answer(object, call, !hidesCustomMetadata);
  }

  private Answer delete(Target target, Call call, Instant now) {
    GcsObject object = found(target, call);
    writeLimit.check(target.bucket(), target.object(), now);
    preconditions(call).check(object);
    bucket(target.bucket()).objects().remove(object.name());
    writeLimit.note(target.bucket(), target.object(), now);
    return Answer.of(204);
  }

  private Answer patch(Target target, Call call, Instant now) {
    GcsObject object = found(target, call);
    writeLimit.check(target.bucket(), target.object(), now);
    preconditions(call).check(object);
    GcsObject patched = object.patched(Json.read(call.body()), now);
    bucket(target.bucket()).objects().put(object.name(), patched);
    writeLimit.note(target.bucket(), target.object(), now);
    return Json.resource(patched.resource(), call.query());
  }

  private GcsObject found(Target target, Call call) {
    return bucket(target.bucket()).get(target.object(), call.query().get("generation"));
  }

  private Preconditions preconditions(Call call) {
    return new Preconditions(ignoresPreconditions ? Map.of() : call.query());
  }
}
