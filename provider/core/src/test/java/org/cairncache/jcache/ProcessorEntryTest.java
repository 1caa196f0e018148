package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.MutableEntry;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TinyStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorEntryTest {
  private static final ClassLoader LOADER = ProcessorEntryTest.class.getClassLoader();
  private static final Copying BY_VALUE = Copying.byValue(new SerializationCopier(), LOADER);

  private final ListLoader source = new ListLoader();

  /** What a run leaves behind: g = getValue, s = setValue, r = remove, e = exists. */
  @ParameterizedTest(name = "{0}, entry {1}, loader {2}: {3}, {4} loads, exists {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # calls | there | loader | change | loads | exists at the end
          ''      | yes   | none   | keep   | 0     | true
          e       | yes   | none   | keep   | 0     | true
          g       | yes   | none   | access | 0     | true
          gg      | yes   | none   | access | 0     | true
          g       | yes   | loads  | access | 0     | true
          s       | yes   | none   | put    | 0     | true
          gs      | yes   | none   | put    | 0     | true
          sg      | yes   | none   | put    | 0     | true
          ss      | yes   | none   | put    | 0     | true
          r       | yes   | none   | delete | 0     | false
          gr      | yes   | none   | delete | 0     | false
          sr      | yes   | none   | delete | 0     | false
          gsr     | yes   | none   | delete | 0     | false
          rr      | yes   | none   | delete | 0     | false
          rg      | yes   | none   | delete | 0     | false
          rg      | yes   | loads  | delete | 0     | false
          rs      | yes   | none   | put    | 0     | true
          grgs    | yes   | none   | put    | 0     | true
          rsr     | yes   | none   | delete | 0     | false
          ''      | no    | none   | keep   | 0     | false
          e       | no    | none   | keep   | 0     | false
          g       | no    | none   | keep   | 0     | false
          s       | no    | none   | put    | 0     | true
          gs      | no    | none   | put    | 0     | true
          r       | no    | none   | delete | 0     | false
          gr      | no    | none   | delete | 0     | false
          sr      | no    | none   | keep   | 0     | false
          gsr     | no    | none   | keep   | 0     | false
          rs      | no    | none   | put    | 0     | true
          e       | no    | loads  | keep   | 0     | false
          g       | no    | loads  | load   | 1     | true
          ge      | no    | loads  | load   | 1     | true
          gg      | no    | loads  | load   | 1     | true
          s       | no    | loads  | put    | 0     | true
          sg      | no    | loads  | put    | 0     | true
          gs      | no    | loads  | put    | 1     | true
          gr      | no    | loads  | delete | 1     | false
          gsr     | no    | loads  | delete | 1     | false
          rg      | no    | loads  | delete | 0     | false
          g       | no    | empty  | keep   | 1     | false
          gs      | no    | empty  | put    | 1     | true
          """)
  void run_leavesBehindWhatItsEndSays(
      String calls, String there, String loader, String change, int loads, boolean exists) {
    Stored<List<String>> live = there.equals("yes") ? entry("old") : null;
    source.value = loader.equals("loads") ? new ArrayList<>(List.of("loaded")) : null;
    boolean[] existsAtTheEnd = new boolean[1];

    Step<List<String>, Void> step =
        decide(
            live,
            loader.equals("none") ? null : loading(),
            entry -> {
              calls.chars().forEach(call -> perform((char) call, entry));
              existsAtTheEnd[0] = entry.exists();
            });

    assertThat(nameOf(step.change())).isEqualTo(change);
    assertThat(source.loads).isEqualTo(loads);
    assertThat(existsAtTheEnd[0]).isEqualTo(exists);
    assertThat(step.lookup()).isEqualTo(Lookup.of(live != null));
  }

  @Test
  void getValue_afterRemoveOfALiveEntry_isNull() {
    decide(
        entry("old"),
        null,
        entry -> {
          entry.remove();
          assertThat(entry.getValue()).isNull();
        });
  }

  @Test
  void getValue_afterSetValue_isTheNewOne() {
    decide(
        entry("old"),
        null,
        entry -> {
          entry.setValue(List.of("new"));
          assertThat(entry.getValue()).containsExactly("new");
        });
  }

  @Test
  void liveValue_changedInPlaceWithoutSetValue_staysAsItIs() {
    Stored<List<String>> live = entry("old");

    Step<List<String>, Void> step = decide(live, null, entry -> entry.getValue().add("more"));

    assertThat(step.change()).isInstanceOf(Change.Access.class);
    assertThat(live.value()).containsExactly("old");
  }

  @Test
  void loadedValue_changedInPlaceWithoutSetValue_isStoredAsItWasLoaded() {
    source.value = new ArrayList<>(List.of("loaded"));

    Step<List<String>, Void> step = decide(null, loading(), entry -> entry.getValue().add("more"));

    assertThat(written(step)).containsExactly("loaded");
    assertThat(source.value).containsExactly("loaded");
  }

  @Test
  void setValue_objectChangedAfterTheRun_isWrittenAsItWas() {
    List<String> mine = new ArrayList<>(List.of("new"));

    Step<List<String>, Void> step = decide(null, null, entry -> entry.setValue(mine));
    mine.add("later");

    assertThat(written(step)).containsExactly("new");
  }

  @Test
  void setValue_null_isRefusedWithTheCauseOneLevelDeep() {
    assertThatThrownBy(() -> decide(null, null, entry -> entry.setValue(null)))
        .isInstanceOf(EntryProcessorException.class)
        .hasCauseExactlyInstanceOf(NullPointerException.class);
  }

  @Test
  void failure_isTheCauseOneLevelDeep() {
    IllegalStateException failure = new IllegalStateException("mine");
    EntryProcessorException wrapped = new EntryProcessorException(failure);

    assertThatThrownBy(() -> decide(null, null, entry -> rethrow(failure)))
        .isInstanceOf(EntryProcessorException.class)
        .hasCause(failure);
    assertThatThrownBy(() -> decide(null, null, entry -> rethrow(wrapped))).isSameAs(wrapped);
    assertThatThrownBy(() -> decide(null, null, entry -> rethrow(new IOException("undeclared"))))
        .isInstanceOf(EntryProcessorException.class)
        .hasCauseExactlyInstanceOf(IOException.class);
    assertThatThrownBy(() -> decide(null, null, entry -> rethrow(new StackOverflowError())))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void runAgain_afterALostRace_startsFromTheEntryThatIsThereThen() {
    Operation<List<String>, Integer> operation =
        ProcessorEntry.operation(
            "k",
            (entry, arguments) -> {
              List<String> value = entry.exists() ? entry.getValue() : new ArrayList<>();
              value.add((String) arguments[0]);
              entry.setValue(value);
              return value.size();
            },
            new Object[] {"mine"},
            null,
            BY_VALUE);

    Step<List<String>, Integer> first = operation.decide(null);
    Step<List<String>, Integer> second = operation.decide(entry("theirs"));

    assertThat(written(first)).containsExactly("mine");
    assertThat(first.result()).isEqualTo(1);
    assertThat(written(second)).containsExactly("theirs", "mine");
    assertThat(second.result()).isEqualTo(2);
  }

  @Test
  void unwrap_isTheEntryItself() {
    decide(
        null,
        null,
        entry -> {
          assertThat(entry.unwrap(MutableEntry.class)).isSameAs(entry);
          assertThatThrownBy(() -> entry.unwrap(String.class))
              .isInstanceOf(IllegalArgumentException.class);
        });
  }

  /** What a test does with the entry. */
  private interface Run {
    void with(MutableEntry<String, List<String>> entry);
  }

  private static Step<List<String>, Void> decide(
      @Nullable Stored<List<String>> live,
      @Nullable Loading<String, List<String>> loading,
      Run run) {
    EntryProcessor<String, List<String>, Void> processor =
        (entry, arguments) -> {
          run.with(entry);
          return null;
        };
    return ProcessorEntry.operation("k", processor, new Object[0], loading, BY_VALUE).decide(live);
  }

  private Loading<String, List<String>> loading() {
    return new Loading<>( // a processor only fetches
        source, new Flights<>(), null, BY_VALUE, () -> null, ReadFailures.of("test", false));
  }

  private static void perform(char call, MutableEntry<String, List<String>> entry) {
    switch (call) {
      case 'e' -> entry.exists();
      case 'g' -> entry.getValue();
      case 's' -> entry.setValue(new ArrayList<>(List.of("set")));
      case 'r' -> entry.remove();
      default -> throw new IllegalArgumentException("no call " + call);
    }
  }

  // As a processor in Kotlin or Scala may, also what is checked.
  @SuppressWarnings("unchecked") // that is the trick
  private static <E extends Throwable> void rethrow(Throwable failure) throws E {
    throw (E) failure;
  }

  private static String nameOf(Change<?> change) {
    if (change instanceof Change.Write<?> write) {
      return write.loaded() ? "load" : "put";
    }
    return change.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static List<String> written(Step<List<String>, ?> step) {
    return ((Change.Write<List<String>>) step.change()).value();
  }

  private static Stored<List<String>> entry(String value) {
    return new TinyStore.TinyEntry<>(
        new ArrayList<>(List.of(value)), Lifetime.ETERNAL, Attributes.NONE);
  }
}
