package org.cairncache.examples.writerreader;

import java.io.IOException;
import java.util.function.Consumer;
import org.cairncache.testkit.redis.RedisServer;

/**
 * Has one process write a value into Redis and two read it, kills the one that writes, and shows
 * how another one takes over and that no reader waits.
 */
public final class WriterReader {
  static final String NORTH = "north";
  static final String SOUTH = "south";
  static final String EAST = "east";
  static final String WEST = "west";
  private static final int VALUES = 3;

  private final String redis;
  private final String classPath;
  private final Timeline timeline;

  private WriterReader(String redis, String classPath, Timeline timeline) {
    this.redis = redis;
    this.classPath = classPath;
    this.timeline = timeline;
  }

  /**
   * Runs the example on a Redis of its own and prints what happens.
   *
   * @throws IllegalStateException if that is not what must
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Report report = run(ClassPath.ofThisProcess(), System.out::print);
    System.out.print(report);
    if (!report.isRight()) {
      throw new IllegalStateException("That is not what must happen: see WRONG above");
    }
  }

  /**
   * Runs the example.
   *
   * @param progress told each event as it comes, in lines
   */
  static Report run(String classPath, Consumer<String> progress)
      throws IOException, InterruptedException {
    Timeline timeline = new Timeline(progress);
    try (RedisServer redis = RedisServer.start()) {
      timeline.add("redis", What.READY, "");
      new WriterReader(redis.uri().toString(), classPath, timeline).play();
    }
    return new Report(timeline.events());
  }

  private void play() throws IOException, InterruptedException {
    try (Member north = start(NORTH, Writer.class);
        Member east = start(EAST, Reader.class);
        Member west = start(WEST, Reader.class)) {
      timeline.await(NORTH, What.LEADS);
      try (Member south = start(SOUTH, Writer.class)) {
        timeline.await(SOUTH, What.READY);
        awaitReaders(NORTH);
        north.kill();
        awaitReaders(SOUTH);
        east.end();
        west.end();
        south.end();
      }
    }
  }

  private Member start(String name, Class<?> main) throws IOException {
    return Member.start(name, main, redis, classPath, timeline);
  }

  /** Returns when both have read a few more values of a writer. */
  private void awaitReaders(String writer) throws InterruptedException {
    Value wanted = new Value(writer, timeline.count(writer, What.LOADS) + VALUES);
    timeline.awaitValue(EAST, wanted);
    timeline.awaitValue(WEST, wanted);
  }
}
