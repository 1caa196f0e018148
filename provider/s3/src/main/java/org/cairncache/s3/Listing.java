package org.cairncache.s3;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.encoded.Envelope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Goes through the objects of one cache, a page of a thousand at a time. Thread-safe. */
final class Listing {
  private static final int BYTES_TO_KEY = Envelope.HEADER_BYTES + Envelope.MAXIMUM_PART_BYTES;

  private final ObjectNames names;
  private final Bucket bucket;
  private final Requests requests;
  private final Fan fan;

  Listing(ObjectNames names, Bucket bucket, Requests requests, Fan fan) {
    this.names = names;
    this.bucket = bucket;
    this.requests = requests;
    this.fan = fan;
  }

  /** The names of all objects, those of tombstones and of Cairn's own among them. */
  Stream<List<String>> pages() {
    return objects().map(page -> page.stream().map(S3Object::key).toList());
  }

  private Stream<List<S3Object>> objects() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Pages(), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /** The texts of the keys of entries, each once. */
  Stream<String> texts() {
    return entries().flatMap(page -> textsOf(page).stream());
  }

  private Stream<List<String>> entries() {
    return objects()
        .map(
            page ->
                page.stream()
                    .filter(object -> object.size() != Tombstone.BYTES)
                    .map(S3Object::key)
                    .filter(name -> !names.isReserved(name))
                    .toList());
  }

  private Collection<String> textsOf(List<String> page) {
    Collection<String> texts = new ConcurrentLinkedQueue<>();
    List<String> shortened = new ArrayList<>();
    for (String name : page) {
      String text = names.textOf(name);
      if (text == null) {
        shortened.add(name);
      } else {
        texts.add(text);
      }
    }
    read(shortened, BYTES_TO_KEY, (name, found) -> addText(name, found, texts));
    return texts;
  }

  // What others put there is no entry, and must not hide those.
  private void addText(String name, Found found, Collection<String> texts) {
    String text = Envelope.isEnvelope(found.bytes()) ? Envelope.key(found.bytes()) : null;
    if (text != null && names.of(text).equals(name)) {
      texts.add(text);
    }
  }

  /** The texts of the keys of entries that are past their deadline; reads all headers. */
  Stream<String> expiredTexts(long nowMillis) {
    return entries()
        .flatMap(
            page -> {
              Collection<String> expired = new ConcurrentLinkedQueue<>();
              Predicate<Found> isExpired = found -> found.expiresAtMillis() <= nowMillis;
              read(
                  page,
                  Envelope.HEADER_BYTES,
                  (name, found) -> {
                    if (isExpired.test(found)) {
                      expired.add(name);
                    }
                  });
              return textsOf(List.copyOf(expired)).stream();
            });
  }

  /** Hears of the beginning of an object. */
  private interface Reader {
    void read(String name, Found found);
  }

  private void read(List<String> objects, int length, Reader reader) {
    fan.forEach(
        objects,
        name -> {
          Found found = requests.ask(Operation.KEYS, () -> bucket.readStart(name, length));
          if (found != null && !found.isTombstone()) {
            reader.read(name, found);
          }
        });
  }

  /** One page after the other, the next when it is asked for. Not thread-safe. */
  private final class Pages implements Iterator<List<S3Object>> {
    private boolean ended;
    private @Nullable String continuation;

    @Override
    public boolean hasNext() {
      return !ended;
    }

    @Override
    public List<S3Object> next() {
      if (ended) {
        throw new NoSuchElementException();
      }
      String after = continuation;
      ListObjectsV2Response page =
          requests.ask(Operation.KEYS, () -> bucket.list(names.base(), after));
      if (page == null) {
        ended = true;
        return List.of();
      }
      continuation = page.nextContinuationToken();
      ended = !page.isTruncated() || continuation == null;
      return page.contents();
    }
  }
}
