package org.cairncache.promises;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.processor.MutableEntry;
import org.cairncache.CairnConfiguration;

/**
 * Changes one key through to a database, a burst whenever it is told to. Its arguments are the
 * database, a number that no other process has, and the calls of a burst.
 */
final class ThroughWriter implements Part {
  static final String CACHE = "through";
  static final String KEY = "key";
  static final String END = "end";

  static Cache<String, Integer> cache(CacheManager manager, Path database) {
    return manager.createCache(
        CACHE,
        CairnConfiguration.builder(String.class, Integer.class)
            .writeThrough(() -> new DatabaseWriter(database))
            .build());
  }

  /** What a process does to the key. */
  enum Call {
    PUT_IF_ABSENT {
      @Override
      void on(Cache<String, Integer> cache, int value) {
        cache.putIfAbsent(KEY, value);
      }
    },
    REPLACE {
      @Override
      void on(Cache<String, Integer> cache, int value) {
        cache.replace(KEY, value);
      }
    },
    INVOKE {
      @Override
      void on(Cache<String, Integer> cache, int value) {
        cache.invoke(KEY, Call::setOver, value);
      }
    },
    REPLACE_IF_EQUAL {
      @Override
      void on(Cache<String, Integer> cache, int value) {
        Integer present = cache.get(KEY);
        if (present != null) {
          cache.replace(KEY, present, value);
        }
      }
    },
    PUT_ALL {
      @Override
      void on(Cache<String, Integer> cache, int value) {
        cache.putAll(Map.of(KEY, value));
      }
    },
    REMOVE {
      @Override
      void on(Cache<String, Integer> cache, int value) {
        cache.remove(KEY);
      }
    },
    REMOVE_IF_EQUAL {
      @Override
      void on(Cache<String, Integer> cache, int value) {
        Integer present = cache.get(KEY);
        if (present != null) {
          cache.remove(KEY, present);
        }
      }
    },
    REMOVE_ALL {
      @Override
      void on(Cache<String, Integer> cache, int value) {
        cache.removeAll(Set.of(KEY));
      }
    };

    abstract void on(Cache<String, Integer> cache, int value);

    private static Void setOver(MutableEntry<String, Integer> entry, Object... arguments) {
      int value = (Integer) arguments[0];
      if (!entry.exists() || entry.getValue() % 3 != 0) {
        entry.setValue(value);
      }
      return null;
    }
  }

  @Override
  public void play(CacheManager manager, List<String> arguments, Parent parent) throws Exception {
    Cache<String, Integer> cache = cache(manager, Path.of(arguments.get(0)));
    int value = Integer.parseInt(arguments.get(1));
    List<String> calls = arguments.subList(2, arguments.size());
    parent.say("ready");
    for (String line = parent.hear(); !line.equals(END); line = parent.hear()) {
      for (String call : calls) {
        value += 2;
        Call.valueOf(call).on(cache, value);
      }
      parent.say("done");
    }
  }
}
