package org.cairncache.chain;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does to the one key of a {@link Scene}, in steps between which anything else may
 * happen. For one thread.
 */
abstract class Act {
  /** What can be done. */
  enum Kind {
    READ,
    READ_LATEST,
    WRITE,
    REMOVE,
    WRITE_ELSEWHERE,
    EVICT
  }

  /** Nothing is known by it. */
  static final int NOTHING = -1;

  /**
   * Somebody who does it.
   *
   * @param fine whether also what cannot matter by itself is a step of its own
   */
  static Act of(Kind kind, Scene scene, boolean fine) {
    return switch (kind) {
      case READ -> new Read(scene, fine);
      case READ_LATEST ->
          new TwoSteps(scene::version, version -> scene.level.learned(Scene.KEY, version.entry()));
      case WRITE -> new Write(scene, scene::write);
      case REMOVE -> new Write(scene, scene::remove);
      case WRITE_ELSEWHERE ->
          new TwoSteps(scene::write, version -> scene.level.changedElsewhere(Scene.KEY));
      case EVICT -> new OneStep(() -> scene.near.remove(Scene.KEY));
    };
  }

  /** Goes on; true once it has ended. */
  abstract boolean step();

  /** Of the value that it has seen or written, once it has ended. */
  abstract int version();

  /** A read through the near level, as {@link ChainStore#get} does it. */
  private static final class Read extends Act {
    private final Scene scene;
    private final boolean fine;
    private int steps;
    private @Nullable NearEntry<Integer> kept;
    private Level.@Nullable Request request;
    private Scene.@Nullable Version answer;
    private int version = NOTHING;

    Read(Scene scene, boolean fine) {
      this.scene = scene;
      this.fine = fine;
    }

    @Override
    boolean step() {
      switch (steps++) {
        case 0 -> {
          kept = scene.level.find(Scene.KEY);
          if (kept != null && scene.level.isGood(kept)) {
            version = kept.value();
            return true;
          }
          return !fine && step();
        }
        case 1 -> request = scene.level.request(Scene.KEY);
        case 2 -> answer = scene.version();
        default -> {
          version = answer.number();
          scene.level.answered(Scene.KEY, request, kept, Reading.latest(answer.entry()));
          return true;
        }
      }
      return false;
    }

    @Override
    int version() {
      return version;
    }
  }

  /** A change by this process, as {@link ChainStore} does it. */
  private static final class Write extends Act {
    private final Scene scene;
    private final Supplier<Scene.Version> change;
    private int steps;
    private Level.@Nullable Request request;
    private Scene.@Nullable Version written;

    Write(Scene scene, Supplier<Scene.Version> change) {
      this.scene = scene;
      this.change = change;
    }

    @Override
    boolean step() {
      switch (steps++) {
        case 0 -> request = scene.level.request(Scene.KEY);
        case 1 -> written = change.get();
        default -> {
          scene.level.wrote(Scene.KEY, request, written.entry());
          return true;
        }
      }
      return false;
    }

    @Override
    int version() {
      return written.number();
    }
  }

  /** Something at the far level, and what the near one makes of it. */
  private static final class TwoSteps extends Act {
    private final Supplier<Scene.Version> first;
    private final Consumer<Scene.Version> second;
    private Scene.@Nullable Version version;

    TwoSteps(Supplier<Scene.Version> first, Consumer<Scene.Version> second) {
      this.first = first;
      this.second = second;
    }

    @Override
    boolean step() {
      if (version == null) {
        version = first.get();
        return false;
      }
      second.accept(version);
      return true;
    }

    @Override
    int version() {
      return version.number();
    }
  }

  /** Something at the near level alone. */
  private static final class OneStep extends Act {
    private final Runnable step;

    OneStep(Runnable step) {
      this.step = step;
    }

    @Override
    boolean step() {
      step.run();
      return true;
    }

    @Override
    int version() {
      return NOTHING;
    }
  }
}
