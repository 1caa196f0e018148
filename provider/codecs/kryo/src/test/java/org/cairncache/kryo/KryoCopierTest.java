package org.cairncache.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.cache.CacheException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy is equal, and nothing mutable in it is in the original. */
final class KryoCopierTest {
  private final KryoCopier copier = new KryoCopier();

  private <T> T copy(T original) {
    return copier.copy(original, KryoCopierTest.class.getClassLoader());
  }

  /** Ways to hold something mutable. */
  static Stream<Object> holders() {
    return Stream.of(
        new ArrayList<>(List.of(new Box())),
        new ArrayDeque<>(List.of(new Box())),
        new CopyOnWriteArrayList<>(List.of(new Box())),
        new HashMap<>(Map.of("k", new Box())),
        new LinkedHashMap<>(Map.of("k", new Box())),
        new TreeMap<>(Map.of("k", new Box())),
        new ConcurrentHashMap<>(Map.of("k", new Box())),
        new EnumMap<>(Map.of(TimeUnit.DAYS, new Box())),
        List.of(new Box()),
        List.of(new Box(), new Box(), new Box()),
        Map.of("k", new Box()),
        Map.of("k", new Box(), "l", new Box()),
        Set.of(new Box()),
        Stream.of(new Box(), null).toList(),
        Arrays.asList(new Box(), new Box()),
        Collections.singletonList(new Box()),
        Collections.unmodifiableList(new ArrayList<>(List.of(new Box()))),
        Collections.synchronizedList(new ArrayList<>(List.of(new Box()))),
        Collections.unmodifiableMap(new HashMap<>(Map.of("k", new Box()))),
        Optional.of(new Box()),
        new Holder(new Box()),
        new Outer(new Holder(new Box()), List.of(new Box())),
        new Named(new Box()),
        new Child("c", new Box()),
        new Object[] {new Box()},
        new Box[][] {{new Box()}},
        new AtomicReference<>(new Box()),
        new BoxList(new Box()));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void copy_whatHoldsSomethingMutable_holdsACopyOfIt(Object original) {
    Object copy = copy(original);

    List<Box> there = Box.in(original);
    List<Box> here = Box.in(copy);
    assertThat(here).hasSameSizeAs(there).isNotEmpty();
    assertThat(here).allSatisfy(box -> assertThat(there).noneMatch(other -> other == box));
    assertThat(copy).hasSameClassAs(original);
  }

  @Test
  void copy_mutableValuesOfTheJdk_areEqualAndOthers() {
    assertCopied(new Date(42));
    assertCopied(new java.sql.Timestamp(42));
    assertCopied(new int[] {1, 2});
    assertCopied(new byte[][] {{1}, {2}});
    assertCopied(BitSet.valueOf(new long[] {5}));
    assertCopied(new HashSet<>(List.of("a", "b")));
    StringBuilder text = new StringBuilder("a");
    assertThat(copy(text)).isNotSameAs(text).hasToString("a");
    AtomicLong number = new AtomicLong(7);
    assertThat(copy(number)).isNotSameAs(number).hasValue(7);
    AtomicInteger small = new AtomicInteger(7);
    assertThat(copy(small)).isNotSameAs(small).hasValue(7);
  }

  private void assertCopied(Object original) {
    Object copy = copy(original);
    assertThat(copy).isNotSameAs(original);
    assertThat(Objects.deepEquals(copy, original)).isTrue();
  }

  @Test
  void copy_recordOfImmutables_isItself() {
    Point point = new Point(1, "a", new UUID(1, 2), TimeUnit.DAYS);
    assertThat(copy(point)).isSameAs(point);
  }

  @Test
  void copy_cycle_closesOnTheCopy() {
    Node first = new Node("a");
    first.next = new Node("b");
    first.next.next = first;

    Node copy = copy(first);

    assertThat(copy).isNotSameAs(first);
    assertThat(copy.next.name).isEqualTo("b");
    assertThat(copy.next.next).isSameAs(copy);
  }

  @Test
  void copy_objectHeldTwice_isHeldTwice() {
    Box box = new Box();
    List<Box> copy = copy(new ArrayList<>(List.of(box, box)));
    assertThat(copy.get(0)).isSameAs(copy.get(1)).isNotSameAs(box);
  }

  @Test
  void copy_immutableCollectionHeldTwice_staysImmutable() {
    List<Box> once = List.of(new Box());
    List<List<Box>> copy = copy(new ArrayList<>(List.of(once, once)));
    assertThat(copy.get(0)).hasSameClassAs(once);
    assertThat(copy.get(1)).hasSameClassAs(once);
  }

  @Test
  void copy_transientField_isLeftEmpty() {
    Named original = new Named(new Box());
    original.scratch = new Box();
    assertThat(copy(original).scratch).isNull();
  }

  @Test
  void copy_classWithItsOwnSerialization_isAskedForIt() {
    assertThat(copy(new Restored()).isRestored).isTrue();
  }

  @Test
  void copy_whatCannotBeCopied_isRefusedByName() {
    Thread thread = new Thread(() -> {});
    assertThatThrownBy(() -> copy(new ArrayList<>(List.of(thread))))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("java.lang.Thread")
        .hasMessageContaining("not Serializable");
    Runnable lambda = () -> {};
    assertThatThrownBy(() -> copy(lambda)).isInstanceOf(CacheException.class);
  }

  @Test
  void copy_afterARefusal_works() {
    assertThatThrownBy(() -> copy(List.of(new Box(), new Thread(() -> {}))))
        .isInstanceOf(CacheException.class);
    assertThat(Box.in(copy(List.of(new Box())))).hasSize(1);
  }

  @Test
  void copy_byManyThreads_isEqual() {
    List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3));
    assertThat(
            IntStream.range(0, 10_000)
                .parallel()
                .allMatch(i -> copy(new ArrayList<>(numbers)).equals(numbers)))
        .isTrue();
  }

  /** Something mutable, equal to none. */
  static final class Box implements Serializable, Comparable<Box> {
    private int content = 1;

    /** All boxes in an object of the kinds above. */
    static List<Box> in(Object holder) {
      List<Box> found = new ArrayList<>();
      collect(holder, found);
      return found;
    }

    private static void collect(Object holder, List<Box> found) {
      if (holder instanceof Box box) {
        found.add(box);
      } else if (holder instanceof Map<?, ?> map) {
        map.values().forEach(each -> collect(each, found));
      } else if (holder instanceof Iterable<?> iterable) {
        iterable.forEach(each -> collect(each, found));
      } else if (holder instanceof Object[] array) {
        Stream.of(array).forEach(each -> collect(each, found));
      } else if (holder instanceof Optional<?> optional) {
        optional.ifPresent(each -> collect(each, found));
      } else if (holder instanceof AtomicReference<?> reference) {
        collect(reference.get(), found);
      } else if (holder instanceof Holder record) {
        collect(record.box(), found);
      } else if (holder instanceof Outer record) {
        collect(record.holder(), found);
        collect(record.boxes(), found);
      } else if (holder instanceof Named named) {
        collect(named.box, found);
      }
      if (holder instanceof BoxList list) {
        collect(list.beside, found);
      }
    }

    @Override
    public int compareTo(Box other) {
      return Integer.compare(content, other.content);
    }
  }

  record Holder(Box box) {}

  record Outer(Holder holder, List<Box> boxes) {}

  record Point(int x, String name, UUID id, TimeUnit unit) {}

  /** Not serializable, and without a constructor that takes nothing. */
  static class Named {
    private final Box box;
    private transient Box scratch;

    Named(Box box) {
      this.box = Objects.requireNonNull(box);
    }
  }

  /** Has fields of its own and inherited ones. */
  static final class Child extends Named {
    private final String name;

    Child(String name, Box box) {
      super(box);
      this.name = name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A collection with a field beside its elements. */
  static final class BoxList extends ArrayList<Box> {
    private final Box beside;

    BoxList(Box beside) {
      this.beside = beside;
      add(new Box());
    }
  }

  /** Part of a ring. */
  static final class Node {
    private final String name;
    private Node next;

    Node(String name) {
      this.name = name;
    }
  }

  /** Knows how it is restored. */
  static final class Restored implements Serializable {
    private transient boolean isRestored;

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      isRestored = true;
    }
  }
}
