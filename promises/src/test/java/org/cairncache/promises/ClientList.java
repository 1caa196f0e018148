package org.cairncache.promises;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairncache.testkit.redis.Redis;

/** The connections of one user of a Redis, by their numbers, which no two ever share. */
record ClientList(Redis redis, String user) {
  private static final Pattern NUMBER = Pattern.compile("id=(\\d+) .*");

  Set<String> now() {
    return redis
        .command("CLIENT", "LIST", "TYPE", "normal")
        .text()
        .lines()
        .filter(line -> line.contains(" user=" + user + " "))
        .map(line -> NUMBER.matcher(line).replaceFirst("$1"))
        .collect(Collectors.toSet());
  }

  /** Returns when there are that many that were not there before. */
  void awaitOthers(Set<String> before, int count) {
    await("as many connections as before")
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> now().stream().filter(number -> !before.contains(number)).count() >= count);
  }
}
