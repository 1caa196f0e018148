package org.cairncache.examples.sharedfiles;

import java.io.IOException;
import java.net.URI;

/** The main class of a worker's process: does all tasks that it gets, and says so line by line. */
final class Worker {
  /** The line that says that it can begin; it does so at a sign on its input. */
  static final String READY = "ready";

  /** The start of the line that says that a task was taken; its number follows. */
  static final String TOOK = "took ";

  /** The start of the line that says that the result of a task is kept; its number follows. */
  static final String DID = "did ";

  private Worker() {}

  /**
   * Works.
   *
   * @param args the directory, the worker's name, the number of this process of it, and how many
   *     tasks there are
   */
  public static void main(String[] args) throws IOException {
    String name = args[1];
    int run = Integer.parseInt(args[2]);
    int count = Integer.parseInt(args[3]);
    try (Tasks tasks = Tasks.in(URI.create(args[0]))) {
      System.out.println(READY);
      System.in.read();
      for (int number = 0; number < count; number++) {
        if (tasks.take(number, name, run)) {
          System.out.println(TOOK + number);
          if (tasks.finish(number, Task.countPrimes(number))) {
            System.out.println(DID + number);
          }
        }
      }
    }
  }
}
