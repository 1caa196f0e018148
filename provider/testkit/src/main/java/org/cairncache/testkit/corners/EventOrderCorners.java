package org.cairncache.testkit.corners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import org.cairncache.testkit.corners.RecordingListener.Seen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners of both kinds hear the events of one key in the order of the changes. */
public abstract class EventOrderCorners extends Corners {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneWriter_eventsComeInOrder(boolean synchronous) {
    RecordingListener<String> listener = new RecordingListener<>();
    Cache<String, String> cache = listenedTo(listener, synchronous);

    IntStream.rangeClosed(1, 200).forEach(i -> cache.put("k", String.valueOf(i)));

    assertHeardInOrder(listener, 200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void manyWritersOfOneKey_eventsComeInOrder(boolean synchronous) throws Exception {
    RecordingListener<String> listener = new RecordingListener<>();
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

    assertHeardInOrder(listener, 200);
  }

  private static void assertHeardInOrder(RecordingListener<String> listener, int last) {
    eventually(() -> assertThat(listener.events()).hasSize(last));
    List<String> expected = IntStream.rangeClosed(1, last).mapToObj(String::valueOf).toList();
    assertThat(listener.events()).extracting(Seen::value).containsExactlyElementsOf(expected);
  }

  private Cache<String, String> listenedTo(
      RecordingListener<String> listener, boolean synchronous) {
    CacheEntryListenerConfiguration<String, String> configuration =
        synchronous ? listener.synchronous() : listener.asynchronous();
    return create(strings().addCacheEntryListenerConfiguration(configuration));
  }
}
