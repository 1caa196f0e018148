package org.cairncache.examples.chain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairncache.testkit.redis.RedisServer;

/**
 * Reads and writes a cache on memory over files over Redis, from three managers that know as little
 * of each other as processes do, and shows who answers: also after a restart, after the writes of
 * others, and while Redis is gone. Redis keeps a log on disk, so that what it confirmed is there
 * when it is started again.
 */
public final class Chain implements AutoCloseable {
  private static final String TEA = "tea";
  private static final String NOWHERE = "nowhere";
  private static final String BETWEEN = "0.00";
  private static final int WARM = 20_000;
  private static final int SPARE = 5;
  private static final int SLACK_MILLIS = 300;

  private final RedisServer redis;
  private final Directory here;
  private final Client elsewhere;
  private final List<Report.Row> rows = new ArrayList<>();
  private Client client;

  private Chain(RedisServer redis, Directory here, Directory there) {
    this.redis = redis;
    this.here = here;
    this.client = open("client");
    this.elsewhere = Client.open("elsewhere", there.path(), redis.uri());
  }

  private Client open(String name) {
    return Client.open(name, here.path(), redis.uri());
  }

  /**
   * Runs the example on a Redis of its own and prints its report.
   *
   * @throws IllegalStateException if a step went otherwise than it must
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Report report = run();
    System.out.print(report);
    if (!report.isRight()) {
      throw new IllegalStateException("A step went otherwise than it must: see WRONG above");
    }
  }

  /** Runs the example. */
  static Report run() throws IOException, InterruptedException {
    try (Directory here = Directory.create();
        Directory there = Directory.create();
        RedisServer redis = RedisServer.start("appendonly yes", "appendfsync no");
        Chain chain = new Chain(redis, here, there)) {
      return chain.steps();
    }
  }

  private Report steps() throws InterruptedException {
    warmUp();
    firstReads();
    restart();
    writesOfOthers();
    manyKeys();
    outage();
    end();
    return new Report(rows);
  }

  /** So that a time is not that of the first call of a JVM; and what is read later is there. */
  private void warmUp() {
    for (int i = 0; i < SPARE; i++) {
      keys(i).forEach(key -> elsewhere.prices().put(key, "1.00"));
    }
    client.prices().put(NOWHERE + 2, "");
    for (int i = 0; i < WARM; i++) {
      client.prices().get(NOWHERE + 2);
    }
  }

  private static Set<String> keys(int group) {
    return IntStream.range(0, 10)
        .mapToObj(number -> "key-" + group + "-" + number)
        .collect(Collectors.toSet());
  }

  private void firstReads() throws InterruptedException {
    add("put tea", client.prices().put(TEA, "3.20"), Served.WRITTEN, "3.20");
    add(
        "get",
        Patience.rightAfter(() -> client.prices().put(TEA, "3.20"), this::tea),
        Served.by(Level.MEMORY),
        "3.20");
    add("get, 1 s later", later(), Served.by(Level.REDIS), "3.20");
    add("get, 1 s later", later(), Served.by(Level.FILE), "3.20");
    add("put tea again", client.prices().put(TEA, "3.30"), Served.WRITTEN, "3.30");
    add("get, 1 s later", later(), Served.by(Level.REDIS), "3.30");
    add("get of what is nowhere", client.prices().get(NOWHERE), Served.BY_NOBODY, "-");
  }

  private Answer tea() {
    return client.prices().get(TEA);
  }

  private Answer later() throws InterruptedException {
    return Patience.past(Client.MEMORY_TTL, this::tea);
  }

  private Answer atOnce() {
    return Patience.rightAfter(this::tea, this::tea);
  }

  private void restart() {
    client.close();
    client = open("client");
    add("restart, get", tea(), Served.by(Level.FILE), "3.30");
    add("get", atOnce(), Served.by(Level.MEMORY), "3.30");
  }

  private void writesOfOthers() throws InterruptedException {
    try (Client neighbour = open("neighbour")) {
      add(
          "another process here puts, seen",
          told(neighbour, "3.40"),
          Served.by(Level.REDIS),
          "3.40");
    }
    add("another host puts, seen", told(elsewhere, "3.60"), Served.by(Level.REDIS), "3.60");
    add("get", atOnce(), Served.by(Level.MEMORY), "3.60");
  }

  /** Seen before the memory level would ask by itself: again, if the machine was too slow. */
  private Answer told(Client writer, String value) throws InterruptedException {
    Answer answer;
    int tries = 0;
    long start;
    do {
      writer.prices().put(TEA, BETWEEN);
      seen(client, BETWEEN);
      start = System.nanoTime();
      writer.prices().put(TEA, value);
      answer = seen(client, value);
      if (System.nanoTime() - start < Client.MEMORY_TTL.toNanos() / 2) {
        return answer;
      }
    } while (++tries < SPARE);
    return new Answer(answer.served(), "too late", answer.nanos());
  }

  private static Answer seen(Client client, String value) throws InterruptedException {
    return Patience.until(answer -> answer.value().equals(value), () -> client.prices().get(TEA));
  }

  /** Three keys in the files, and three in memory: again with others, if that took too long. */
  private void manyKeys() throws InterruptedException {
    Answer answer;
    int group = 0;
    do {
      List<String> keys = keys(group).stream().sorted().toList();
      keys.subList(3, 6).forEach(client.prices()::get);
      Thread.sleep(Client.MEMORY_TTL.plusMillis(SLACK_MILLIS).toMillis());
      long start = System.nanoTime();
      keys.subList(0, 3).forEach(client.prices()::get);
      answer = client.prices().getAll(Set.copyOf(keys));
      if (System.nanoTime() - start < Client.MEMORY_TTL.toNanos() / 2) {
        break;
      }
    } while (++group < SPARE);
    add(
        "getAll of 10",
        answer,
        new Served(Served.How.READ, Map.of(Level.MEMORY, 3, Level.FILE, 3, Level.REDIS, 4)),
        "10 found");
  }

  private void outage() throws InterruptedException {
    client.rates().put(TEA, "1.07");
    redis.kill();
    client.rates().get(NOWHERE); // a level that knows of the outage keeps what it has
    add("Redis is killed, get", atOnce(), Served.by(Level.MEMORY), "3.60");
    add("get, 1 s later", later(), Served.by(Level.FILE), "3.60");
    add("get of what is nowhere", client.prices().get(NOWHERE), Served.BY_NOBODY, "-");
    add(
        "memory over Redis, 2 s later",
        Patience.past(Client.RATES_TTL, () -> client.rates().get(TEA)),
        Served.lateBy(Level.MEMORY),
        "1.07");
    add("put tea", client.prices().put(TEA, "9.99"), Served.REFUSED, "throws");
    add("get of what may be written", tea(), Served.BY_NOBODY, "-");
  }

  private void end() throws InterruptedException {
    redis.restart();
    add(
        "Redis is back, put tea",
        Patience.until(
            answer -> answer.served().equals(Served.WRITTEN),
            () -> client.prices().put(TEA, "3.80")),
        Served.WRITTEN,
        "3.80");
    add("the other host sees it", seen(elsewhere, "3.80"), Served.by(Level.REDIS), "3.80");
  }

  private void add(String what, Answer answer, Served expected, String value) {
    rows.add(new Report.Row(what, answer, expected, value));
  }

  @Override
  public void close() {
    client.close();
    elsewhere.close();
  }
}
