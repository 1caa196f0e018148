package org.cairncache.gcs;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.Objects;
import com.google.api.services.storage.model.StorageObject;
import java.io.IOException;
import java.util.List;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.object.Answer;
import org.cairncache.spi.object.Condition;
import org.cairncache.spi.object.Content;
import org.cairncache.spi.object.DeadlineBucket;
import org.cairncache.spi.object.Found;
import org.cairncache.spi.object.ObjectService;
import org.cairncache.spi.object.Page;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one bucket in Google Cloud Storage. A version is a generation, which a change of
 * the metadata leaves alone; so the deadline stands there, where a listing shows it too.
 * Thread-safe.
 */
final class GcsBucket implements DeadlineBucket {
  private static final String TYPE = "application/octet-stream";
  private static final long PAGE = 1_000;

  private static final ObjectService SERVICE =
      new ObjectService(
          "Cloud Storage",
          "ifGenerationMatch=0",
          "ifGenerationMatch",
          "1",
          "is a change of metadata in Cloud Storage, for about 5 USD a million (Standard, one region)"
              + " and at most once a second for each entry",
          100);

  private final Client client;
  private final Storage storage;
  private final String name;

  GcsBucket(Client client, String name) {
    this.client = client;
    this.storage = client.storage();
    this.name = name;
  }

  @Override
  public ObjectService service() {
    return SERVICE;
  }

  @Override
  public Answer<Found> read(String object, int longest) {
    return Answers.of(() -> download(object, get(object), longest));
  }

  @Override
  public Answer<Found> readUnless(String object, String version, int longest) {
    return Answers.of(
        () ->
            download(object, get(object).setIfGenerationNotMatch(Long.valueOf(version)), longest));
  }

  @Override
  public Answer<Found> readStart(String object, int length) {
    Answer<Found> answer =
        Answers.of(
            () -> {
              Storage.Objects.Get get = get(object);
              get.getRequestHeaders().setRange("bytes=0-" + (length - 1));
              return download(object, get, length);
            });
    // An empty object has no range.
    return answer instanceof Answer.Refused<Found> refused
            && refused.cause().getCause() instanceof HttpResponseException said
            && said.getStatusCode() == 416
        ? read(object, length)
        : answer;
  }

  private Storage.Objects.Get get(String object) throws IOException {
    Storage.Objects.Get get = storage.objects().get(name, object);
    get.setReturnRawInputStream(true); // nothing unpacks it
    return get;
  }

  private Found download(String object, Storage.Objects.Get get, int longest) throws IOException {
    Media media = Media.of(get.executeMedia(), longest);
    return new Found(
        media.generation(),
        media.bytes(),
        media.hidesDeadline() ? deadline(object, media) : media.deadline());
  }

  // The metadata belong to the generation that was read, or the answer is that it is gone.
  private @Nullable Long deadline(String object, Media media) throws IOException {
    StorageObject described =
        storage
            .objects()
            .get(name, object)
            .setGeneration(Long.valueOf(media.generation()))
            .setFields("metadata")
            .execute();
    return Deadline.of(described.getMetadata());
  }

  /** The bytes are sent from the array itself. */
  @Override
  public Answer<String> write(String object, Content content, Condition condition) {
    StorageObject described =
        new StorageObject().setName(object).setMetadata(Deadline.metadata(content));
    return Answers.of(
        () -> {
          Storage.Objects.Insert insert =
              storage
                  .objects()
                  .insert(name, described, new ByteArrayContent(TYPE, content.bytes()))
                  .setIfGenerationMatch(generation(condition))
                  .setFields("generation");
          insert.setDisableGZipContent(true);
          insert.getMediaHttpUploader().setDirectUploadEnabled(true);
          Long generation = insert.execute().getGeneration();
          if (generation == null) {
            throw new NoAnswerException("a generation");
          }
          return generation.toString();
        });
  }

  private static @Nullable Long generation(Condition condition) {
    if (condition instanceof Condition.Match match) {
      return Long.valueOf(match.version());
    }
    return condition instanceof Condition.Nothing ? 0L : null;
  }

  @Override
  public Answer<Boolean> moveDeadline(String object, long expiresAtMillis, String version) {
    StorageObject moved = new StorageObject().setMetadata(Deadline.metadata(expiresAtMillis));
    return Answers.of(
        () -> {
          Storage.Objects.Patch patch =
              storage
                  .objects()
                  .patch(name, object, moved)
                  .setIfGenerationMatch(Long.valueOf(version))
                  .setFields("generation");
          patch.setDisableGZipContent(true); // it would be longer
          StorageObject answer = patch.execute();
          if (answer.getGeneration() == null) {
            throw new NoAnswerException("a generation");
          }
          return true;
        });
  }

  @Override
  public Answer<Boolean> delete(String object, Condition condition) {
    return Answers.of(
        () -> {
          storage
              .objects()
              .delete(name, object)
              .setIfGenerationMatch(generation(condition))
              .execute();
          return true;
        });
  }

  @Override
  public boolean deletesOnce() {
    return client.deletesOnce();
  }

  @Override
  public Answer<List<String>> deleteAll(List<String> objects) {
    return Answers.of(() -> new Deletions(storage, name).run(objects));
  }

  @Override
  public Answer<Page> list(String prefix, @Nullable String continuation) {
    return Answers.of(
        () -> {
          Objects objects =
              storage
                  .objects()
                  .list(name)
                  .setPrefix(prefix)
                  .setPageToken(continuation)
                  .setMaxResults(PAGE)
                  .setFields("kind,nextPageToken,items(name,size,metadata)")
                  .execute();
          if (objects.getKind() == null) {
            throw new NoAnswerException("a listing");
          }
          List<StorageObject> items = objects.getItems() == null ? List.of() : objects.getItems();
          return new Page(
              items.stream().map(GcsBucket::listed).toList(), objects.getNextPageToken());
        });
  }

  private static Page.Listed listed(StorageObject object) {
    Long deadline = Deadline.of(object.getMetadata());
    return new Page.Listed(
        object.getName(),
        object.getSize().longValue(),
        deadline == null ? Lifetime.NEVER : deadline);
  }

  @Override
  public @Nullable String date(String object) {
    try {
      HttpResponse response =
          storage.objects().get(name, object).setFields("generation").executeUnparsed();
      response.disconnect();
      return date(response.getHeaders());
    } catch (HttpResponseException said) {
      return date(said.getHeaders());
    } catch (IOException unanswered) {
      return null;
    }
  }

  private static @Nullable String date(HttpHeaders headers) {
    return headers.getFirstHeaderStringValue("Date");
  }

  @Override
  public String reason(Throwable failure) {
    return Failures.reason(failure) + Advice.on(failure);
  }

  @Override
  public void close() {
    client.close();
  }
}
