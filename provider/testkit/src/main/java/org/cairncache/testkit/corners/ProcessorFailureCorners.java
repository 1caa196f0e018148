package org.cairncache.testkit.corners;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import javax.cache.Cache;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who invokes a processor gets the processor's own exception, one level deep. */
public abstract class ProcessorFailureCorners extends Corners {

  @Test
  void invoke_processorThrows_causeIsTheOriginal() {
    Cache<String, String> cache = create(strings());
    RuntimeException original = new UnsupportedOperationException("from the processor");

    assertThat(thrownBy(cache, original).getCause()).isSameAs(original);
    assertThat(thrownByResult(cache, original).getCause()).isSameAs(original);
  }

  @Test
  void invoke_processorThrowsUndeclaredException_causeIsTheOriginal() {
    Cache<String, String> cache = create(strings());
    Exception original = new Exception("from the processor");

    assertThat(thrownBy(cache, original).getCause()).isSameAs(original);
    assertThat(thrownByResult(cache, original).getCause()).isSameAs(original);
  }

  @Test
  void invoke_processorThrowsEntryProcessorException_causeIsStillTheOriginal() {
    Cache<String, String> cache = create(strings());
    Exception original = new Exception("what went wrong");
    RuntimeException wrapped = new EntryProcessorException("from the processor", original);

    assertThat(thrownBy(cache, wrapped).getCause()).isSameAs(original);
  }

  @Test
  void invokeAll_processorThrowsEntryProcessorException_causeIsStillTheOriginal() {
    Cache<String, String> cache = create(strings());
    Exception original = new Exception("what went wrong");
    RuntimeException wrapped = new EntryProcessorException("from the processor", original);

    assertThat(thrownByResult(cache, wrapped).getCause()).isSameAs(original);
  }

  @Test
  void invokeAll_oneKeyFails_othersSucceed() {
    Cache<String, String> cache = create(strings());

    Map<String, EntryProcessorResult<String>> results =
        cache.invokeAll(
            keys("good", "bad"),
            (entry, arguments) -> {
              entry.setValue("set");
              if (entry.getKey().equals("bad")) {
                throw new IllegalStateException("bad");
              }
              return "done";
            });

    EntryProcessorResult<String> good = requireNonNull(results.get("good"));
    EntryProcessorResult<String> bad = requireNonNull(results.get("bad"));
    assertThat(good.get()).isEqualTo("done");
    assertThatThrownBy(bad::get).isInstanceOf(EntryProcessorException.class);
    assertThat(cache.get("good")).isEqualTo("set");
    assertThat(cache.containsKey("bad")).isFalse();
  }

  private static EntryProcessorException thrownBy(
      Cache<String, String> cache, Exception exception) {
    return catchThrowableOfType(
        EntryProcessorException.class, () -> cache.invoke("k", throwing(exception)));
  }

  private static EntryProcessorException thrownByResult(
      Cache<String, String> cache, Exception exception) {
    EntryProcessorResult<Object> result =
        requireNonNull(cache.invokeAll(keys("k"), throwing(exception)).get("k"));
    return catchThrowableOfType(EntryProcessorException.class, result::get);
  }

  private static EntryProcessor<String, String, @Nullable Object> throwing(Exception exception) {
    return (entry, arguments) -> {
      throw Corners.<RuntimeException>undeclared(exception);
    };
  }
}
