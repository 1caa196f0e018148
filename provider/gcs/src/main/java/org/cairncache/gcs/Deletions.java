package org.cairncache.gcs;

import com.google.api.client.googleapis.batch.BatchRequest;
import com.google.api.client.googleapis.batch.json.JsonBatchCallback;
import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.http.HttpHeaders;
import com.google.api.services.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Deletes several objects by one request, a batch of calls. Belongs to one thread. */
final class Deletions extends JsonBatchCallback<Void> {
  private static final int NOT_FOUND = 404;

  private final Storage storage;
  private final String bucket;
  private final List<String> reasons = new ArrayList<>();
  private int answered;

  Deletions(Storage storage, String bucket) {
    this.storage = storage;
    this.bucket = bucket;
  }

  /** Returns a reason for each that could not be deleted. */
  List<String> run(List<String> objects) throws IOException {
    BatchRequest batch = storage.batch(storage.getRequestFactory().getInitializer());
    for (String object : objects) {
      storage.objects().delete(bucket, object).queue(batch, this);
    }
    batch.execute();
    if (answered < objects.size()) {
      throw new NoAnswerException("some of the objects");
    }
    return reasons;
  }

  @Override
  public void onSuccess(Void nothing, HttpHeaders headers) {
    answered++;
  }

  @Override
  public void onFailure(GoogleJsonError error, HttpHeaders headers) {
    answered++;
    if (error.getCode() != NOT_FOUND) {
      reasons.add(error.getCode() + " " + Failures.code(error));
    }
  }
}
