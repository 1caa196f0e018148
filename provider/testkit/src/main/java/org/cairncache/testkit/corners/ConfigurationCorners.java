package org.cairncache.testkit.corners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;

/** A cache's configuration is its own, true, and given only as what it is. */
public abstract class ConfigurationCorners extends Corners {

  /** A configuration that no provider knows. */
  interface UnknownConfiguration extends Configuration<String, String> {}

  /** Something that no cache, entry or event is. */
  interface Unknown {}

  @Test
  void givenConfiguration_changedLater_changesNoCache() {
    RecordingListener<String> listener = new RecordingListener<>();
    MutableConfiguration<String, String> given = strings();
    Cache<String, String> cache = create(given);

    given.setReadThrough(true).setWriteThrough(true).setStatisticsEnabled(true);
    given.addCacheEntryListenerConfiguration(listener.synchronous());

    CompleteConfiguration<String, String> actual = configurationOf(cache);
    assertThat(actual.isReadThrough()).isFalse();
    assertThat(actual.isWriteThrough()).isFalse();
    assertThat(actual.isStatisticsEnabled()).isFalse();
    assertThat(actual.getCacheEntryListenerConfigurations()).isEmpty();
  }

  @Test
  void getConfiguration_changedByTheCaller_changesNoCache() {
    RecordingListener<String> listener = new RecordingListener<>();
    Cache<String, String> cache =
        create(strings().addCacheEntryListenerConfiguration(listener.synchronous()));

    // An unmodifiable answer may refuse each of these.
    attempt(() -> removeAllFrom(configurationOf(cache)));
    if (configurationOf(cache) instanceof MutableConfiguration<String, String> mutable) {
      attempt(() -> mutable.setReadThrough(true));
      attempt(() -> mutable.setStatisticsEnabled(true));
    }

    CompleteConfiguration<String, String> actual = configurationOf(cache);
    assertThat(actual.isReadThrough()).isFalse();
    assertThat(actual.isStatisticsEnabled()).isFalse();
    assertThat(actual.getCacheEntryListenerConfigurations()).hasSize(1);
  }

  @Test
  void getConfiguration_cacheChangesLater_staysAsItWas() {
    Cache<String, String> cache = create(strings());
    CompleteConfiguration<String, String> before = configurationOf(cache);

    cache.registerCacheEntryListener(new RecordingListener<String>().synchronous());
    manager().enableStatistics(cache.getName(), true);
    manager().enableManagement(cache.getName(), true);

    assertThat(before.getCacheEntryListenerConfigurations()).isEmpty();
    assertThat(before.isStatisticsEnabled()).isFalse();
    assertThat(before.isManagementEnabled()).isFalse();
  }

  @Test
  void getConfiguration_cacheChanges_tellsTheTruth() {
    Cache<String, String> cache = create(strings());
    CacheEntryListenerConfiguration<String, String> listener =
        new RecordingListener<String>().synchronous();

    cache.registerCacheEntryListener(listener);
    manager().enableStatistics(cache.getName(), true);
    manager().enableManagement(cache.getName(), true);

    assertThat(configurationOf(cache).isStatisticsEnabled()).isTrue();
    assertThat(configurationOf(cache).isManagementEnabled()).isTrue();
    assertThat(configurationOf(cache).getCacheEntryListenerConfigurations())
        .containsExactly(listener);

    cache.deregisterCacheEntryListener(listener);
    manager().enableStatistics(cache.getName(), false);
    assertThat(configurationOf(cache).getCacheEntryListenerConfigurations()).isEmpty();
    assertThat(configurationOf(cache).isStatisticsEnabled()).isFalse();
  }

  @Test
  void getConfiguration_unknownClass_isRefused() {
    Cache<String, String> cache = create(strings());

    assertThatThrownBy(() -> cache.getConfiguration(UnknownConfiguration.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void createCache_byReference_keepsTheObjectOrIsRefused() {
    String name = newName();
    MutableConfiguration<String, Note> byReference = notes().setStoreByValue(false);
    Note note = new Note("stored");

    if (currentEnvironment().keepsReferences()) {
      Cache<String, Note> cache = manager().createCache(name, byReference);
      cache.put("k", note);
      assertThat(cache.get("k")).isSameAs(note);
    } else {
      assertThatThrownBy(() -> manager().createCache(name, byReference))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(manager().getCacheNames()).doesNotContain(name);
    }
  }

  @Test
  void unwrap_unknownClass_isRefusedByCacheAndManager() {
    Cache<String, String> cache = create(strings());

    assertThatThrownBy(() -> cache.unwrap(Unknown.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> manager().unwrap(Unknown.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unwrap_unknownClass_isRefusedByEntry() {
    Cache<String, String> cache = create(strings());
    cache.put("k", "v");
    Cache.Entry<String, String> entry = cache.iterator().next();

    assertThatThrownBy(() -> entry.unwrap(Unknown.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unwrap_unknownClass_isRefusedByMutableEntry() {
    Cache<String, String> cache = create(strings());

    Throwable thrown =
        cache.invoke("k", (entry, none) -> catchThrowable(() -> entry.unwrap(Unknown.class)));

    assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unwrap_unknownClass_isRefusedByEvent() {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    RecordingListener<String> listener =
        new RecordingListener<>(
            event -> thrown.set(catchThrowable(() -> event.unwrap(Unknown.class))));
    Cache<String, String> cache =
        create(strings().addCacheEntryListenerConfiguration(listener.synchronous()));

    cache.put("k", "v");

    assertThat(thrown.get()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unwrap_writtenEntry_isRefusedForUnknownClass() {
    RecordingWriter<String> writer = new RecordingWriter<>();
    Cache<String, String> cache = create(writeThrough(strings(), writer));

    cache.put("k", "v");

    assertThatThrownBy(() -> writer.writes().get(0).unwrap(Unknown.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @SuppressWarnings("unchecked")
  private static CompleteConfiguration<String, String> configurationOf(
      Cache<String, String> cache) {
    return cache.getConfiguration(CompleteConfiguration.class);
  }

  private static void removeAllFrom(CompleteConfiguration<String, String> configuration) {
    Iterator<CacheEntryListenerConfiguration<String, String>> listeners =
        configuration.getCacheEntryListenerConfigurations().iterator();
    while (listeners.hasNext()) {
      listeners.next();
      listeners.remove();
    }
  }
}
