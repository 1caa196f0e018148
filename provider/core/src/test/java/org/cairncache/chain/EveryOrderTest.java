package org.cairncache.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every order of the steps of three or four acts on one key: whoever begins after something is
 * known (read, written, or told of) in this process sees that or something newer.
 */
class EveryOrderTest {
  private static final int MOST_STEPS = 16;

  static List<List<Act.Kind>> threeActs() {
    return casts(2);
  }

  static List<List<Act.Kind>> fourActs() {
    return casts(3);
  }

  /** A read, and so many others of every kind. */
  private static List<List<Act.Kind>> casts(int others) {
    List<List<Act.Kind>> casts = List.of(List.of(Act.Kind.READ));
    for (int i = 0; i < others; i++) {
      List<List<Act.Kind>> longer = new ArrayList<>();
      for (List<Act.Kind> cast : casts) {
        for (Act.Kind kind : Act.Kind.values()) {
          if (cast.get(cast.size() - 1).compareTo(kind) <= 0) {
            List<Act.Kind> one = new ArrayList<>(cast);
            one.add(kind);
            longer.add(one);
          }
        }
      }
      casts = longer;
    }
    return casts;
  }

  @ParameterizedTest
  @MethodSource("threeActs")
  void threeActs_inEveryOrder_seeNothingOlderThanIsKnown(List<Act.Kind> cast) {
    assertThat(playAll(cast, true)).isPositive();
  }

  @ParameterizedTest
  @MethodSource("fourActs")
  void fourActs_inEveryOrder_seeNothingOlderThanIsKnown(List<Act.Kind> cast) {
    assertThat(playAll(cast, false)).isPositive();
  }

  /** Plays every order; how many there are. */
  private static int playAll(List<Act.Kind> cast, boolean fine) {
    int[] order = new int[MOST_STEPS];
    int plays = 0;
    do {
      plays++;
    } while (advance(order, play(cast, fine, order)));
    return plays;
  }

  // The last choice of which there is another is made otherwise, and all after it begin anew.
  private static boolean advance(int[] order, List<Integer> choices) {
    for (int i = choices.size() - 1; i >= 0; i--) {
      if (order[i] + 1 < choices.get(i)) {
        order[i]++;
        Arrays.fill(order, i + 1, order.length, 0);
        return true;
      }
    }
    return false;
  }

  /** An act on the stage, and what was known when it began. */
  private static final class Player {
    private final Act act;
    private int known = Act.NOTHING;
    private boolean begun;

    Player(Act act) {
      this.act = act;
    }
  }

  /**
   * Plays one order.
   *
   * @param order which of those who have not ended goes on, at each step
   * @return how many there were at each step
   */
  private static List<Integer> play(List<Act.Kind> cast, boolean fine, int[] order) {
    Scene scene = new Scene();
    List<Player> players = new ArrayList<>();
    cast.forEach(kind -> players.add(new Player(Act.of(kind, scene, fine))));
    List<Integer> choices = new ArrayList<>();
    int known = Act.NOTHING;
    while (!players.isEmpty()) {
      Player player = players.get(order[choices.size()]);
      choices.add(players.size());
      if (!player.begun) {
        player.begun = true;
        player.known = known;
      }
      if (player.act.step()) {
        players.remove(player);
        int version = player.act.version();
        if (version != Act.NOTHING && version < player.known) {
          throw new AssertionError(
              cast + " in the order " + Arrays.toString(order) + " shows an older version");
        }
        known = Math.max(known, version);
      }
    }
    return choices;
  }
}
