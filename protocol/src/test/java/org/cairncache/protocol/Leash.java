package org.cairncache.protocol;

import java.io.IOException;
import java.util.Arrays;

/** Runs another main class, and ends it when the process that started this one is gone. */
final class Leash {
  private Leash() {}

  /** The class to run, and what to give it. */
  public static void main(String[] args) throws Exception {
    Thread holder = new Thread(Leash::endWithInput, "leash");
    holder.setDaemon(true);
    holder.start();
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      // as its end
    }
    Runtime.getRuntime().halt(1);
  }
}
