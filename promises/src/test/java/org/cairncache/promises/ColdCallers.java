package org.cairncache.promises;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import javax.cache.CacheManager;
import org.cairncache.CairnCache;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.Cached1;
import org.cairncache.freshness.CachedBuilder;

/**
 * Many threads that ask for one key at once, for each key that the parent names; then it is told
 * what they got, and what is found afterwards. The arguments are the number of threads and the file
 * that gets a line for each load.
 *
 * <p>A key that begins with {@link #FOR_ALL} is loaded by one process for all. For others a load
 * tells the parent that it has begun, and ends when that says so.
 */
final class ColdCallers implements Part {
  static final String FOR_ALL = "for-all-";
  static final String LOADING = "loading";
  static final String END = "end";

  // Longer than a process may stand still here.
  private static final Duration LEASE = Duration.ofMinutes(1);

  private volatile CountDownLatch mayEnd = new CountDownLatch(1);

  @Override
  public void play(CacheManager manager, List<String> arguments, Parent parent) throws Exception {
    int threads = Integer.parseInt(arguments.get(0));
    Path loads = Path.of(arguments.get(1));
    CairnCache<String, String> cache = cache(manager);
    Cached1<String, String> each = builder(cache).build(key -> load(key, loads, parent));
    Cached1<String, String> forAll = builder(cache).oneLoader(LEASE).build(key -> note(key, loads));
    parent.say("ready");
    for (String line = parent.hear(); !line.equals(END); line = parent.hear()) {
      String key = line;
      Cached1<String, String> function = key.startsWith(FOR_ALL) ? forAll : each;
      mayEnd = new CountDownLatch(1);
      Crowd<String> crowd = Crowd.of(threads, () -> function.get(key));
      if (function == each) {
        parent.hear();
        mayEnd.countDown();
      }
      parent.say(String.join(" ", new TreeSet<>(crowd.answers())));
      parent.say(function.get(key));
    }
  }

  @SuppressWarnings("unchecked") // as it is created
  private static CairnCache<String, String> cache(CacheManager manager) {
    return manager
        .createCache("cold", CairnConfiguration.builder(String.class, String.class).build())
        .unwrap(CairnCache.class);
  }

  private static CachedBuilder<String> builder(CairnCache<String, String> cache) {
    return Cached.of(cache).key("cold:{}").ttl(Duration.ofHours(1));
  }

  private String load(String key, Path loads, Parent parent) throws Exception {
    String value = note(key, loads);
    parent.say(LOADING);
    mayEnd.await();
    return value;
  }

  private static String note(String key, Path loads) throws Exception {
    Files.writeString(loads, key + "\n", StandardOpenOption.APPEND);
    return key + "@" + ProcessHandle.current().pid();
  }
}
