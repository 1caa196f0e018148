package org.cairncache.spi.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.spi.object.Page.Listed;
import org.jspecify.annotations.Nullable;

/** Goes through the objects of one cache, a page at a time. Thread-safe. */
final class Listing {
  private static final int BYTES_TO_KEY = Envelope.HEADER_BYTES + Envelope.MAXIMUM_PART_BYTES;

  private final ObjectNames names;
  private final ObjectBucket bucket;
  private final Requests requests;
  private final Fan fan;

  Listing(ObjectNames names, ObjectBucket bucket, Requests requests, Fan fan) {
    this.names = names;
    this.bucket = bucket;
    this.requests = requests;
    this.fan = fan;
  }

  /** The names of all objects, those of tombstones and of Cairn's own among them. */
  Stream<List<String>> pages() {
    return objects().map(page -> page.stream().map(Listed::name).toList());
  }

  private Stream<List<Listed>> objects() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Pages(), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /** The texts of the keys of entries, each once. */
  Stream<String> texts() {
    return entries().flatMap(page -> textsOf(page.stream().map(Listed::name).toList()).stream());
  }

  private Stream<List<Listed>> entries() {
    return objects()
        .map(
            page ->
                page.stream()
                    .filter(object -> object.size() != Tombstone.BYTES)
                    .filter(object -> !names.isReserved(object.name()))
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

  /**
   * The texts of the keys of entries that are past their deadline; reads the headers of those whose
   * deadline is not in the listing.
   */
  Stream<String> expiredTexts(long nowMillis) {
    return entries().flatMap(page -> textsOf(expired(page, nowMillis)).stream());
  }

  private List<String> expired(List<Listed> page, long nowMillis) {
    Collection<String> expired = new ConcurrentLinkedQueue<>();
    List<String> unknown = new ArrayList<>();
    for (Listed object : page) {
      if (object.expiresAtMillis() == null) {
        unknown.add(object.name());
      } else if (object.expiresAtMillis() <= nowMillis) {
        expired.add(object.name());
      }
    }
    read(
        unknown,
        Envelope.HEADER_BYTES,
        (name, found) -> {
          if (found.expiresAtMillis() <= nowMillis) {
            expired.add(name);
          }
        });
    return List.copyOf(expired);
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
  private final class Pages implements Iterator<List<Listed>> {
    private boolean ended;
    private @Nullable String continuation;

    @Override
    public boolean hasNext() {
      return !ended;
    }

    @Override
    public List<Listed> next() {
      if (ended) {
        throw new NoSuchElementException();
      }
      String after = continuation;
      Page page = requests.ask(Operation.KEYS, () -> bucket.list(names.base(), after));
      if (page == null) {
        ended = true;
        return List.of();
      }
      continuation = page.next();
      ended = continuation == null;
      return page.objects();
    }
  }
}
