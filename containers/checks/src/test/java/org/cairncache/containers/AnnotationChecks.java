package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The annotations of JSR-107, by the count of real calls. */
abstract class AnnotationChecks extends ProbeChecks {
  private static final int CALLERS = 4;

  @Test
  void provider_isCairnsAndNoOther() {
    assertThat(probe.get("provider")).startsWith("org.cairncache.CairnCachingProvider ");
  }

  @Test
  void cacheResult_calledTwice_isCalledOnce() {
    int before = probe.calls("find");
    String first = probe.get("users/1");
    assertThat(first).isEqualTo("1 #" + (before + 1));
    assertThat(probe.get("users/1")).isEqualTo(first);
    assertThat(probe.get("users/2")).isEqualTo("2 #" + (before + 2));
    assertThat(probe.calls("find")).isEqualTo(before + 2);
  }

  @Test
  void cacheResultWithSkipGet_callsEachTimeAndKeeps() {
    int before = probe.calls("findAgain");
    probe.get("users/10/again");
    String last = probe.get("users/10/again");
    assertThat(last).isEqualTo("10 #" + (before + 2));
    assertThat(probe.get("users/10")).isEqualTo(last);
  }

  @Test
  void cacheKey_choosesTheParametersOfTheKey() {
    String first = probe.get("users/20/because/love");
    assertThat(probe.get("users/20/because/money")).isEqualTo(first).contains("love");
    assertThat(probe.calls("findBecause")).isEqualTo(1);
  }

  @Test
  void cachePut_itsValueIsFound() {
    probe.put("users/30/Ada");
    int before = probe.calls("find");
    assertThat(probe.get("users/30")).isEqualTo("Ada");
    assertThat(probe.calls("find")).isEqualTo(before);
    assertThat(probe.calls("save")).isEqualTo(1);
  }

  @Test
  void cacheRemove_endsOneKey() {
    probe.get("users/40");
    String other = probe.get("users/41");
    int before = probe.calls("find");
    probe.delete("users/40");
    assertThat(probe.get("users/40")).isEqualTo("40 #" + (before + 1));
    assertThat(probe.get("users/41")).isEqualTo(other);
    assertThat(probe.calls("delete")).isEqualTo(1);
  }

  @Test
  void cacheRemoveAll_endsAllKeys() {
    probe.get("users/50");
    probe.get("users/51");
    int before = probe.calls("find");
    probe.delete("users");
    assertThat(probe.get("users/50")).isEqualTo("50 #" + (before + 1));
    assertThat(probe.get("users/51")).isEqualTo("51 #" + (before + 2));
    assertThat(probe.calls("deleteAll")).isEqualTo(1);
  }

  @Test
  void exceptionCache_keepsTheFailure() {
    String first = probe.get("users/60/photo");
    assertThat(first).isEqualTo("failed: 60 #1");
    assertThat(probe.get("users/60/photo")).isEqualTo(first);
    assertThat(probe.calls("photo")).isEqualTo(1);
  }

  @Test
  void keyGenerator_isABean() {
    String red = probe.get("users/of/red/colour");
    String blue = probe.get("users/of/blue/colour");
    assertThat(blue).isNotEqualTo(red);
    assertThat(probe.get("users/of/red/colour")).isEqualTo(red);
    assertThat(probe.calls("setting")).isEqualTo(2);
  }

  @Test
  void methodOfAResource_isCachedToo() {
    String first = probe.get("resource/1");
    assertThat(probe.get("resource/1")).isEqualTo(first);
    assertThat(probe.calls("resource")).isEqualTo(1);
  }

  @Test
  void cacheResult_manyAtOnce_isCalledOnce() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<String>> answers =
          IntStream.range(0, CALLERS)
              .mapToObj(i -> callers.submit(() -> probe.get("teams/slow/1")))
              .toList();
      Set<String> different = new HashSet<>();
      for (Future<String> answer : answers) {
        different.add(answer.get());
      }
      assertThat(different).containsExactly("1 #1");
    } finally {
      callers.shutdownNow();
    }
  }
}
