package org.cairncache.testkit.corners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners of both kinds hear the events of one key in the order of the changes. */
public abstract class EventOrderCorners extends Corners {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneWriter_eventsComeInOrder(boolean synchronous) {
    List<String> heard = new CopyOnWriteArrayList<>();
    RecordingListener<String> listener = new RecordingListener<>(event -> hear(event, heard));
    Cache<String, String> cache = listenedTo(listener, synchronous);

    IntStream.rangeClosed(1, 200).forEach(i -> cache.put("k", String.valueOf(i)));

    assertHeardInOrder(heard, 200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void manyWritersOfOneKey_eventsComeInOrder(boolean synchronous) throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    RecordingListener<String> listener = new RecordingListener<>(event -> hear(event, heard));
    Cache<String, String> cache = listenedTo(listener, synchronous);

    Calls.together(
        4,
        () -> {
          for (int i = 0; i < 50; i++) {
            Processors.run(
                cache,
                "k",
                entry -> {
                  String value = entry.getValue();
                  int next = value == null ? 1 : Integer.parseInt(value) + 1;
                  entry.setValue(String.valueOf(next));
                });
          }
          return true;
        });

    assertHeardInOrder(heard, 200);
  }

  // Slower for some than for others, so that whoever is called too early is soon overtaken.
  private static void hear(
      CacheEntryEvent<? extends String, ? extends String> event, List<String> heard) {
    String value = event.getValue();
    if (value.endsWith("0") || value.endsWith("5")) {
      LockSupport.parkNanos(1_000_000);
    }
    heard.add(value);
  }

  private static void assertHeardInOrder(List<String> heard, int last) {
    eventually(() -> assertThat(heard).hasSize(last));
    List<String> expected = IntStream.rangeClosed(1, last).mapToObj(String::valueOf).toList();
    assertThat(heard).containsExactlyElementsOf(expected);
  }

  private Cache<String, String> listenedTo(
      RecordingListener<String> listener, boolean synchronous) {
    CacheEntryListenerConfiguration<String, String> configuration =
        synchronous ? listener.synchronous() : listener.asynchronous();
    return create(strings().addCacheEntryListenerConfiguration(configuration));
  }
}
