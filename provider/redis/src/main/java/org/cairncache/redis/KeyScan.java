package org.cairncache.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.encoded.Envelope;
import org.jspecify.annotations.Nullable;

/** Goes through the keys of one cache, a page of SCAN at a time. Thread-safe. */
final class KeyScan {
  private static final int PAGE = 1_000;
  private static final int BYTES_TO_KEY = Envelope.HEADER_BYTES + Envelope.MAXIMUM_PART_BYTES;

  private final RedisKeys names;
  private final Link link;
  private final Requests requests;

  KeyScan(RedisKeys names, Link link, Requests requests) {
    this.names = names;
    this.link = link;
    this.requests = requests;
  }

  /** The Redis keys, as SCAN gives them: some may come twice. */
  Stream<List<byte[]>> pages() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Pages(), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /** The texts of the keys, each once. */
  Stream<String> texts() {
    Set<String> seen = new HashSet<>();
    return pages().flatMap(page -> textsOf(page).stream()).filter(seen::add);
  }

  private List<String> textsOf(List<byte[]> page) {
    List<String> texts = new ArrayList<>(page.size());
    List<Call<byte[]>> shortened = new ArrayList<>();
    for (byte[] name : page) {
      String text = names.textOf(name);
      if (text == null) {
        shortened.add(Call.range(name, 0, BYTES_TO_KEY - 1));
      } else {
        texts.add(text);
      }
    }
    for (Answer<byte[]> answer : requests.askAll(Operation.KEYS, shortened)) {
      byte[] start = envelope(answer);
      String text = start == null ? null : Envelope.key(start);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  // What others put there, perhaps of a type of its own, is no entry, and must not hide those.
  private static byte @Nullable [] envelope(Answer<byte[]> answer) {
    if (answer instanceof Answer.Failed<byte[]> failed
        && Failures.isWrongType(failed.failure().getCause())) {
      return null;
    }
    byte[] start = answer.get();
    return start != null && Envelope.isEnvelope(start) ? start : null;
  }

  /** The texts of the keys whose entries are past their deadline; some may come twice. */
  Stream<String> expiredTexts(long nowMillis) {
    return pages()
        .flatMap(
            page -> {
              List<Answer<byte[]>> headers =
                  requests.askAll(Operation.KEYS, page.stream().map(Call::header).toList());
              List<byte[]> expired = new ArrayList<>();
              for (int i = 0; i < page.size(); i++) {
                byte[] header = envelope(headers.get(i));
                if (header != null && Envelope.expiresAtMillis(header) <= nowMillis) {
                  expired.add(page.get(i));
                }
              }
              return textsOf(expired).stream();
            });
  }

  /** One SCAN after the other, the next when it is asked for. Not thread-safe. */
  private final class Pages implements Iterator<List<byte[]>> {
    private final ScanArgs arguments = ScanArgs.Builder.limit(PAGE).match(names.pattern());
    private @Nullable KeyScanCursor<byte[]> last;

    @Override
    public boolean hasNext() {
      KeyScanCursor<byte[]> cursor = last;
      return cursor == null || !cursor.isFinished();
    }

    @Override
    public List<byte[]> next() {
      KeyScanCursor<byte[]> cursor = last;
      if (cursor != null && cursor.isFinished()) {
        throw new NoSuchElementException();
      }
      KeyScanCursor<byte[]> page =
          requests.await(
              Operation.KEYS,
              () -> link.scan(cursor == null ? ScanCursor.INITIAL : cursor, arguments));
      last = page;
      return page.getKeys();
    }
  }
}
