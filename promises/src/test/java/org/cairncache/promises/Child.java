package org.cairncache.promises;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.cache.CacheManager;

/** The main class of a process that plays a {@link Part}. Ends when its parent does. */
final class Child implements Parent {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private Child() {}

  public static void main(String[] arguments) throws Exception {
    Child child = new Child();
    Thread ears = new Thread(child::listen, "ears");
    ears.setDaemon(true);
    ears.start();
    Part part = (Part) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
    List<String> rest = List.of(arguments).subList(2, arguments.length);
    try (CacheManager manager = new ConfigurationFile(Path.of(arguments[1])).open()) {
      part.play(manager, rest, child);
    }
  }

  private void listen() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
      }
    } catch (IOException gone) {
      // as the end of the stream
    }
    Runtime.getRuntime().halt(1);
  }

  @Override
  public void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  @Override
  public String hear() throws InterruptedException {
    return heard.take();
  }
}
