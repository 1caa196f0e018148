package org.cairncache.benchmarks.footprint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.paired.Provider;
import org.cairncache.benchmarks.paired.Subjects;

/**
 * A program that starts and gets.
 *
 * @param label what tables print
 * @param way what {@link FirstGetMain} takes
 */
record Starter(String label, String way, ClassPath classPath) {
  /** Whether it gets through JSR-107. */
  boolean isProvider() {
    return way.contains(".");
  }

  /**
   * An empty program, the anchors, and providers.
   *
   * @param configuration a folder with a {@code cairn.conf}
   */
  static List<Starter> all(List<Provider> providers, Path configuration) {
    ClassPath own = ClassPath.own();
    var starters = new ArrayList<Starter>();
    starters.add(new Starter("an empty program", FirstGetMain.NOTHING, new ClassPath(List.of())));
    starters.add(new Starter("ConcurrentHashMap", FirstGetMain.MAP, new ClassPath(List.of())));
    starters.add(new Starter("raw Caffeine", FirstGetMain.CAFFEINE, own.only(Libraries.CAFFEINE)));
    for (Provider provider : providers) {
      starters.add(
          new Starter(
              provider.label(),
              provider.className(),
              own.only(Libraries.ofProvider(provider.id()))));
      if (provider.className().equals(Subjects.DEFAULT_PROVIDER)) {
        starters.addAll(variants(provider, own, configuration));
      }
    }
    return starters;
  }

  private static List<Starter> variants(Provider cairn, ClassPath own, Path configuration) {
    return List.of(
        new Starter(
            cairn.label() + ", 3 jars alone", cairn.className(), own.only(Libraries.CAIRN_ALONE)),
        new Starter(
            cairn.label() + " with cairn.conf",
            cairn.className(),
            own.only(Libraries.CAIRN).and(configuration)),
        new Starter(
            cairn.label() + " beside Redis and codecs",
            cairn.className(),
            own.only(Libraries.CAIRN_AND_MORE)));
  }
}
