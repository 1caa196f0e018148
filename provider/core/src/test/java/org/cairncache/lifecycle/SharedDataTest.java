package org.cairncache.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnCachingProvider;
import org.cairncache.spi.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Creating a cache attaches to its data, closing keeps it, and destroying deletes it for all. */
class SharedDataTest {
  private static final URI SHARED = URI.create("shared-memory:lifecycle");
  private static final URI MEMORY = URI.create("memory:lifecycle");

  private final String name = "users-" + UUID.randomUUID();
  private final String otherName = name + "-other";
  private final CairnCachingProvider here = new CairnCachingProvider();
  private final CairnCachingProvider there = new CairnCachingProvider();

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Test
  void createCache_dataIsThere_attachesToIt() {
    create(here, SHARED, name).put("k", "v");

    assertThat(create(there, SHARED, name).get("k")).isEqualTo("v");
  }

  @Test
  void close_keepsTheDataForOthersAndForLater() {
    Cache<String, String> stays = create(there, SHARED, name);
    create(here, SHARED, name).put("k", "v");

    manager(here, SHARED).getCache(name).close();
    assertThat(stays.get("k")).isEqualTo("v");

    assertThat(create(here, SHARED, name).get("k")).isEqualTo("v");
    here.close();
    assertThat(create(here, SHARED, name).get("k")).isEqualTo("v");
    assertThat(stays.get("k")).isEqualTo("v");
  }

  @Test
  void destroyCache_deletesTheDataOfThisCacheForAll() {
    Cache<String, String> elsewhere = create(there, SHARED, name);
    Cache<String, String> otherElsewhere = create(there, SHARED, otherName);
    create(here, SHARED, name).put("k", "v");
    create(here, SHARED, otherName).put("k", "kept");

    manager(here, SHARED).destroyCache(name);

    assertThat(elsewhere.isClosed()).isFalse();
    assertThat(elsewhere.get("k")).isNull();
    assertThat(elsewhere.iterator().hasNext()).isFalse();
    assertThat(otherElsewhere.get("k")).isEqualTo("kept");
    assertThat(manager(here, SHARED).getCache(otherName).get("k")).isEqualTo("kept");
    assertThat(create(here, SHARED, name).get("k")).isNull();
  }

  @Test
  void destroyCache_takesBeansAlongAndFreesTheName() {
    URI uri = URI.create("shared-memory:" + UUID.randomUUID());
    Cache<String, String> cache = create(here, uri, name);
    assertThat(Beans.of(uri)).hasSize(2);

    manager(here, uri).destroyCache(name);

    assertThat(cache.isClosed()).isTrue();
    assertThatThrownBy(() -> cache.get("k")).isInstanceOf(IllegalStateException.class);
    assertThat(Beans.of(uri)).isEmpty();
    assertThat(manager(here, uri).getCacheNames()).isEmpty();
    MutableConfiguration<Integer, Integer> other =
        new MutableConfiguration<Integer, Integer>().setTypes(Integer.class, Integer.class);
    assertThatCode(() -> manager(here, uri).createCache(name, other)).doesNotThrowAnyException();
  }

  @Test
  void destroyCache_saysSoInTheLog() {
    create(here, SHARED, name);
    create(here, SHARED, otherName);
    try (Log log = new Log()) {
      manager(here, SHARED).getCache(otherName).close();
      assertThat(log.infos()).isEmpty();

      manager(here, SHARED).destroyCache(name);

      assertThat(log.infos()).hasSize(1).first().asString().contains(name, SHARED.toString());
    }
  }

  @Test
  void destroyCache_ofAnUnknownName_doesNothing() {
    create(there, SHARED, name).put("k", "v");
    try (Log log = new Log()) {
      manager(here, SHARED).destroyCache(name);
      manager(here, SHARED).destroyCache("never-created");

      assertThat(log.infos()).isEmpty();
    }
    assertThat(manager(there, SHARED).getCache(name).get("k")).isEqualTo("v");
    assertThatThrownBy(() -> manager(here, SHARED).destroyCache(null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void destroyCache_refusesOperationsBeforeItDeletes() {
    URI uri = HookedStores.newUri();
    Cache<String, String> cache = create(here, uri, name);
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    HookedStores.of(uri).onClear = () -> thrown.add(catchThrowable(() -> cache.put("k", "v")));

    manager(here, uri).destroyCache(name);

    assertThat(thrown).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void destroyCache_storeFails_throwsAndStillCloses() {
    URI uri = HookedStores.newUri();
    Cache<String, String> cache = create(here, uri, name);
    HookedStores.of(uri).onClear =
        () -> {
          throw new StoreException("the medium is gone");
        };
    try (Log log = new Log()) {
      assertThatThrownBy(() -> manager(here, uri).destroyCache(name))
          .isInstanceOf(StoreException.class);

      assertThat(log.infos()).isEmpty(); // nothing was deleted
    }
    assertThat(cache.isClosed()).isTrue();
    assertThat(Beans.of(uri)).isEmpty();
    assertThat(manager(here, uri).getCacheNames()).isEmpty();
  }

  @Test
  void iterator_afterClose_isRefusedAndRemovesNothing() {
    Cache<String, String> stays = create(there, SHARED, name);
    stays.putAll(Map.of("a", "v", "b", "v"));
    Cache<String, String> closing = create(here, SHARED, name);
    Iterator<Cache.Entry<String, String>> entries = closing.iterator();
    Cache.Entry<String, String> first = entries.next();
    assertThat(entries.hasNext()).isTrue();

    closing.close();

    assertThat(entries.next().getKey()).isNotEqualTo(first.getKey()); // as hasNext has promised
    assertThatThrownBy(entries::remove).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(entries::hasNext).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(entries::next).isInstanceOf(IllegalStateException.class);
    assertThat(stays).hasSize(2);
  }

  @Test
  void inMemory_closeAndDestroyDropTheData() {
    create(here, MEMORY, name).put("k", "v");
    manager(here, MEMORY).getCache(name).close();
    assertThat(create(here, MEMORY, name).get("k")).isNull();

    manager(here, MEMORY).getCache(name).put("k", "v");
    manager(here, MEMORY).destroyCache(name);
    assertThat(create(here, MEMORY, name).get("k")).isNull();

    manager(here, MEMORY).getCache(name).put("k", "v");
    here.close();
    assertThat(create(here, MEMORY, name).get("k")).isNull();
  }

  @Test
  void inMemory_eachProviderHasItsOwnData() {
    create(here, MEMORY, name).put("k", "v");
    Cache<String, String> elsewhere = create(there, MEMORY, name);
    assertThat(elsewhere.get("k")).isNull();

    elsewhere.put("k", "theirs");
    manager(here, MEMORY).destroyCache(name);
    assertThat(elsewhere.get("k")).isEqualTo("theirs");
  }

  private static CacheManager manager(CairnCachingProvider provider, URI uri) {
    return provider.getCacheManager(uri, null);
  }

  private static Cache<String, String> create(CairnCachingProvider provider, URI uri, String name) {
    return manager(provider, uri)
        .createCache(
            name,
            new MutableConfiguration<String, String>()
                .setTypes(String.class, String.class)
                .setStatisticsEnabled(true)
                .setManagementEnabled(true));
  }

  /** What Cairn logs at INFO and above while this is open, and nothing else. */
  private static final class Log extends Handler implements AutoCloseable {
    private static final Logger CAIRN = Logger.getLogger("org.cairncache");

    private final List<String> infos = new CopyOnWriteArrayList<>();

    Log() {
      CAIRN.addHandler(this);
    }

    List<String> infos() {
      return infos;
    }

    @Override
    public void publish(LogRecord logged) {
      if (logged.getLevel().intValue() >= Level.INFO.intValue()) {
        infos.add(new SimpleFormatter().formatMessage(logged));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      CAIRN.removeHandler(this);
    }
  }
}
