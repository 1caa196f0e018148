package org.cairncache.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.management.BadAttributeValueExpException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever writes the store writes the streams: what they can do is to get an IOException. */
class HostileStreamsTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int LENGTH = 77;

  /** The promise is 50 ms; a build asserts ten times that. */
  private static final Duration LIMIT = Duration.ofMillis(NIGHTLY ? 50 : 500);

  record Holder(String name, Object held) implements Serializable {}

  private static Stream<Named<Object>> bombs() {
    return Stream.of(
        Named.of("two-wide sets", Bombs.nestedSets(25, 2)),
        Named.of("wide sets", Bombs.nestedSets(8, 30)),
        Named.of("maps as keys", Bombs.mapsAsKeys(25)),
        Named.of("lists in a set", Bombs.listsInASet(40)),
        Named.of("a bomb in a record", new Holder("a", List.of(Bombs.nestedSets(30, 2)))));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void decode_graphThatGrows_isRefused(Object bomb) throws IOException {
    byte[] stream = Codecs.serialize(bomb);

    assertTimeoutPreemptively(
        LIMIT,
        () ->
            assertThatThrownBy(() -> Codecs.decode(stream))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too large as a tree"));
  }

  private static Stream<Object> counted() {
    List<Integer> elements = Collections.nCopies(LENGTH, 1);
    HashMap<Object, Object> map = new HashMap<>();
    for (int i = 1_000; i < 1_000 + LENGTH; i++) {
      map.put(i, "");
    }
    return Stream.of(
        new ArrayList<>(elements),
        new ArrayDeque<>(elements),
        new PriorityQueue<>(elements),
        new CopyOnWriteArrayList<>(elements),
        List.copyOf(elements),
        map,
        new HashSet<>(map.keySet()),
        new TreeMap<>(map),
        List.copyOf(map.keySet()),
        new byte[LENGTH],
        new long[LENGTH],
        Named.of("array", new Object[LENGTH]),
        Named.of("arrays", new String[LENGTH][0]));
  }

  @ParameterizedTest
  @MethodSource("counted")
  void decode_lengthOf2GB_isRefusedWithoutAllocatingIt(Object value) throws IOException {
    for (int claimed : new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE - 8, 1 << 30, 50_000_000}) {
      byte[] stream = Bombs.claiming(value, LENGTH, claimed);

      long before = allocated();
      assertTimeoutPreemptively(LIMIT, () -> assertRefused(stream));
      assertRefused(stream);
      assertThat(allocated() - before).isLessThan(4 * Codecs.MEBIBYTE);
    }
  }

  @Test
  void decode_nestedTablesThatEachClaimThePayload_areRefusedTogether() throws IOException {
    HashMap<Object, Object> map = new HashMap<>();
    Object filler = new byte[4 * Codecs.MEBIBYTE];
    Object nested = filler;
    for (int level = 0; level < 40; level++) {
      map = new HashMap<>();
      for (int i = 1_000; i < 1_000 + LENGTH; i++) {
        map.put(i, nested);
      }
      nested = map;
    }
    byte[] stream = Bombs.claiming(nested, LENGTH, 1_500_000);

    long before = allocated();
    assertRefused(stream);

    assertThat(allocated() - before).isLessThan(4L * stream.length);
  }

  private static Stream<Object> forbidden() throws Exception {
    Object gadget = new BadAttributeValueExpException("toString() of anything");
    return Stream.of(
        gadget,
        List.of(new Holder("deep", Map.of("inside", List.of(gadget)))),
        new Holder("url", new java.net.URL("http://127.0.0.1/")),
        new Holder("file", new java.io.File("x")),
        new java.util.Vector<>(List.of(1)),
        String.CASE_INSENSITIVE_ORDER,
        (Runnable & Serializable) () -> {},
        Proxy.newProxyInstance(
            HostileStreamsTest.class.getClassLoader(),
            new Class<?>[] {Comparable.class},
            (java.lang.reflect.InvocationHandler & Serializable) (self, method, args) -> null));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void decode_classesOutsideTheList_areRefused(Object gadget) throws IOException {
    byte[] stream = Codecs.serialize(gadget);

    assertTimeoutPreemptively(
        LIMIT,
        () ->
            assertThatThrownBy(() -> Codecs.decode(stream))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not allowed"));
  }

  private static Stream<Object> samples() {
    return Stream.of(
        new Holder("a", new ArrayList<>(List.of(1, "b", new long[] {1}))),
        new HashMap<>(Map.of("k", new HashSet<>(List.of(1, 2)), "l", LocalDate.EPOCH)),
        List.of("x", Thread.State.NEW.name(), new Object[] {new Holder("y", null)}));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_truncatedAnywhere_isAnIOException(Object value) throws IOException {
    byte[] stream = Codecs.serialize(value);

    for (int length = 0; length < stream.length; length++) {
      assertRefused(java.util.Arrays.copyOf(stream, length));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_anyBitFlipped_isAValueOrAnIOException(Object value) throws IOException {
    byte[] stream = Codecs.serialize(value);

    for (int bit = 0; bit < stream.length * 8; bit++) {
      stream[bit / 8] ^= (byte) (1 << bit % 8);
      decodeOrRefuse(stream);
      stream[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  void decode_randomDamage_isAValueOrAnIOException() throws IOException {
    Random random = new Random(4);
    List<byte[]> streams = new ArrayList<>();
    for (Object sample : samples().toList()) {
      streams.add(Codecs.serialize(sample));
    }
    for (int round = 0; round < (NIGHTLY ? 2_000_000 : 4_000); round++) {
      byte[] stream = streams.get(random.nextInt(streams.size())).clone();
      for (int damage = random.nextInt(4); damage >= 0; damage--) {
        int at = random.nextInt(stream.length);
        stream[at] = (byte) (random.nextBoolean() ? 0x70 + random.nextInt(16) : random.nextInt());
      }
      decodeOrRefuse(stream);
    }
  }

  @Test
  void decode_streamWithoutMark_isBounded() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }
        };

    assertThatThrownBy(() -> Codecs.values(Codecs.MEBIBYTE).decode(endless))
        .isInstanceOf(IOException.class);
  }

  private static void assertRefused(byte[] stream) {
    assertThatThrownBy(() -> Codecs.decode(stream)).isInstanceOf(IOException.class);
  }

  private static void decodeOrRefuse(byte[] stream) {
    try {
      Codecs.decode(stream);
    } catch (IOException refused) {
      assertThat(refused).hasMessageNotContaining("OutOfMemory");
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
