package org.cairncache.promises;

import java.util.List;
import javax.cache.CacheManager;

/** What a process of its own does in a test. Needs a constructor without parameters. */
interface Part {
  /** Plays it; the manager is closed afterwards. */
  void play(CacheManager manager, List<String> arguments, Parent parent) throws Exception;
}
