package org.cairncache.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In durable mode what is forced is forced in time; else nothing is but the header. */
final class DurableCallsTest {
  @TempDir Path root;
  private final List<String> calls = new ArrayList<>();

  private Store<String, String> open(FileContext context) {
    return context.open(
        new DiskProxy(new LocalDisk()) {
          @Override
          public void create(Path file, byte[] bytes, boolean force) throws IOException {
            calls.add(force ? "create and force" : "create");
            super.create(file, bytes, force);
          }

          @Override
          public void move(Path from, Path to) throws IOException {
            calls.add("move");
            super.move(from, to);
          }

          @Override
          public boolean delete(Path file) throws IOException {
            calls.add("delete");
            return super.delete(file);
          }

          @Override
          public void makeDirectory(Path directory, boolean closed) throws IOException {
            calls.add("make " + name(directory, context));
            super.makeDirectory(directory, closed);
          }

          @Override
          public void forceDirectory(Path directory) throws IOException {
            calls.add("force " + name(directory, context));
            super.forceDirectory(directory);
          }
        });
  }

  private String name(Path directory, FileContext context) {
    if (directory.equals(context.names().directory())) {
      return "cache";
    }
    return directory.startsWith(root) && !directory.equals(root) ? "shard" : "above";
  }

  @Test
  void durable_forcesInOrder() {
    FileContext context = new FileContext(root).durable();
    try (Store<String, String> store = open(context)) {
      assertThat(calls)
          .containsExactly(
              "make cache",
              "force above",
              "force above", //
              "make shard",
              "force cache",
              "create and force",
              "move",
              "force shard");
      calls.clear();
      store.put("key", "value", Lifetime.ETERNAL);
      assertThat(calls)
          .containsExactly("make shard", "force cache", "create and force", "move", "force shard");
      calls.clear();
      store.put("key", "next", Lifetime.ETERNAL);
      assertThat(calls).containsExactly("create and force", "move", "force shard");
      calls.clear();
      store.remove("key");
      store.remove("key");
      assertThat(calls).containsExactly("delete", "force shard", "delete", "force shard");
    }
  }

  @Test
  void notDurable_forcesTheHeaderAlone() {
    try (Store<String, String> store = open(new FileContext(root))) {
      store.put("key", "value", Lifetime.ETERNAL);
      store.remove("key");
      store.clear();
      assertThat(calls).filteredOn("create and force"::equals).hasSize(2); // again after the clear
      assertThat(calls).noneMatch(call -> call.startsWith("force"));
    }
  }
}
