package org.cairncache.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JavaCodecTest {
  private static final JavaCodec<Object> VALUES = Codecs.values(64 * Codecs.MEBIBYTE);

  record Customer(String name, List<String> addresses) implements Serializable {}

  record Order(int number, Customer customer) implements Serializable {}

  enum Shape {
    ROUND {
      @Override
      int corners() {
        return 0;
      }
    },
    SQUARE;

    int corners() {
      return 4;
    }
  }

  static final class Node implements Serializable {
    private static final long serialVersionUID = 1;

    Node parent;
    final List<Node> children = new ArrayList<>();

    void add(Node child) {
      child.parent = this;
      children.add(child);
    }
  }

  private static Stream<Object> ordinaryValues() {
    return Stream.of(
        1,
        'c',
        "text",
        "x".repeat(70_000),
        new int[0].length,
        Shape.ROUND,
        new Customer("a", List.of("b", "c")),
        List.of(new Order(1, new Customer("a", List.of())), "b"),
        new ArrayList<>(Collections.nCopies(1_000, null)),
        new LinkedList<>(List.of(1, 2)),
        Arrays.asList("a", null),
        Map.of("a", 1, "b", 2),
        Set.of("a", "b", "c"),
        new HashSet<>(IntStream.range(0, 10_000).boxed().toList()),
        new HashMap<>(Map.of(1, new HashSet<>(Set.of("x")))),
        new TreeMap<>(Map.of("z", 1)),
        new ConcurrentHashMap<>(Map.of("z", 1)),
        new CopyOnWriteArrayList<>(List.of("z", 1)),
        new EnumMap<>(Map.of(Shape.ROUND, 1)),
        EnumSet.allOf(Shape.class),
        Collections.unmodifiableMap(new HashMap<>(Map.of("k", "v"))),
        new BigDecimal("1.00"),
        ZonedDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneId.of("Europe/Paris")),
        Instant.MAX);
  }

  @ParameterizedTest
  @MethodSource("ordinaryValues")
  void decode_ordinaryValue_isEqual(Object value) throws IOException {
    assertThat(Codecs.decode(Codecs.encode(VALUES, value))).isEqualTo(value);
  }

  @Test
  void decode_arrays_haveTheirElements() throws IOException {
    Object[] arrays = {
      new long[] {1},
      new String[][] {{"a"}, null},
      new Shape[] {Shape.ROUND},
      new byte[100_000],
      new Serializable[] {"a", 1},
      new Comparable<?>[] {"a", 1}
    };

    assertThat(Codecs.decode(Codecs.encode(VALUES, arrays))).isEqualTo(arrays);
    assertThat(
            (ArrayDeque<Object>) Codecs.decode(Codecs.encode(VALUES, new ArrayDeque<>(List.of(1)))))
        .containsExactly(1);
  }

  @Test
  void decode_manyOrdersOfOneCustomer_isRead() throws IOException {
    Customer customer = new Customer("a", IntStream.range(0, 10).mapToObj(i -> "x" + i).toList());
    List<Order> orders =
        new ArrayList<>(
            IntStream.range(0, 100_000).mapToObj(number -> new Order(number, customer)).toList());

    assertThat(Codecs.decode(Codecs.encode(VALUES, orders))).isEqualTo(orders);
  }

  @Test
  void decode_pointersToTheParent_areRead() throws IOException {
    Node root = new Node();
    for (int i = 0; i < 10_000; i++) {
      root.add(new Node());
    }

    Node read = (Node) Codecs.decode(Codecs.encode(VALUES, root));

    assertThat(read.children).hasSize(10_000).allMatch(child -> child.parent == read);
  }

  @Test
  void encode_equalTextThatIsOneObject_isWrittenOnceInAValue() throws IOException {
    assertThat(Codecs.encode(VALUES, new ArrayList<>(Collections.nCopies(1_000, "x".repeat(100)))))
        .hasSizeLessThan(6_000);
  }

  @Test
  void decode_exceptionOfTheApplication_hasMessageCauseAndTrace() throws IOException {
    Exception failure = new IllegalArgumentException("no", new IOException("closed"));
    failure.addSuppressed(new IllegalStateException("too"));

    Exception read = (Exception) Codecs.decode(Codecs.encode(VALUES, failure));

    assertThat(read)
        .hasMessage("no")
        .hasCause(failure.getCause())
        .isExactlyInstanceOf(failure.getClass());
    assertThat(read.getStackTrace()).isEqualTo(failure.getStackTrace());
    assertThat(read.getSuppressed()).hasSize(1);
  }

  @Test
  void encode_classThatIsNotSerializable_saysWhichAndWhatToDo() {
    assertThatThrownBy(() -> Codecs.encode(VALUES, List.of(new Object())))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The class java.lang.Object is not Serializable; make it so, or set another codec");
  }

  @Test
  void encode_classThatIsNotAllowed_saysWhichAndWhatToDo() {
    assertThatThrownBy(() -> Codecs.encode(VALUES, new Object[] {new StringBuffer[0]}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("java.lang.StringBuffer is not allowed")
        .hasMessageContaining("allowed-classes");
  }

  @Test
  void decode_classThatIsNotAllowed_saysWhichAndWhatToDo() throws IOException {
    byte[] stream = Codecs.serialize(new Object[] {new StringBuffer[0]});

    assertThatThrownBy(() -> Codecs.decode(stream))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("java.lang.StringBuffer is not allowed")
        .hasMessageContaining("allowed-classes");
  }

  @Test
  void encode_whatDecodeRefuses_isRefusedWithTheLimit() {
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    List<Object> tooDeep = deep;

    assertThatThrownBy(() -> Codecs.encode(VALUES, tooDeep))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("64 levels")
        .hasMessageContaining("jackson");
    assertThatThrownBy(() -> Codecs.encode(VALUES, Bombs.nestedSets(20, 10)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too large as a tree");
  }

  @Test
  void encode_moreObjectsThanTheBytesAllowFor_isRefused() throws IOException {
    JavaCodec<Object> small = Codecs.values(160 << 10);
    List<Object> texts = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      texts.add("t" + i);
    }
    assertThat(Codecs.encode(small, texts)).isNotEmpty();
    for (int i = 10_000; i < 11_000; i++) {
      texts.add("t" + i);
    }
    assertThatThrownBy(() -> Codecs.encode(small, texts))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 10240 objects");
  }

  /** Writes itself for long. */
  static final class LongValue implements Serializable {
    private static final long serialVersionUID = 1;
    private static int writtenKib;

    private void writeObject(ObjectOutputStream out) throws IOException {
      for (writtenKib = 0; writtenKib < 64 << 10; writtenKib++) {
        out.write(new byte[1 << 10]);
      }
    }
  }

  @Test
  void encode_valueBeyondItsBound_endsThere() {
    assertThatThrownBy(() -> Codecs.encode(Codecs.values(Codecs.MEBIBYTE), new LongValue()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("maximum-entry-size");
    assertThat(LongValue.writtenKib).isLessThan(2 << 10);
  }

  @Test
  void decode_bytesAfterTheValue_areRefused() throws IOException {
    byte[] stream = Codecs.serialize("text");

    assertThatThrownBy(() -> Codecs.decode(Arrays.copyOf(stream, stream.length + 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("goes on");
  }

  @Test
  void encode_linkedFarTooDeep_isAnIOException() {
    Node last = new Node();
    for (int i = 0; i < 100_000; i++) {
      Node next = new Node();
      next.add(last);
      last = next;
    }
    Node first = last;

    assertThatThrownBy(() -> Codecs.encode(VALUES, first)).isInstanceOf(IOException.class);
  }
}
