package org.cairncache.examples.cdi;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A shop that walks to its warehouse for every answer, 200 ms, and the annotations that spare it
 * most of the walks.
 */
public final class TeaShop {
  private static final Logger WELD = Logger.getLogger("org.jboss.weld");
  private static final String ASSAM = "assam";
  private static final String SENCHA = "sencha";
  private static final int CALLERS = 8;

  private final Warehouse warehouse;
  private final Prices prices;
  private final Stock stock;
  private final Offers offers;
  private final Desk desk;
  private final List<Step> steps = new ArrayList<>();

  private TeaShop(SeContainer beans) {
    warehouse = beans.select(Warehouse.class).get();
    prices = beans.select(Prices.class).get();
    stock = beans.select(Stock.class).get();
    offers = beans.select(Offers.class).get();
    desk = beans.select(Desk.class).get();
  }

  /**
   * Runs the example and prints each step.
   *
   * @throws IllegalStateException if an answer, or how often somebody walked for it, is wrong
   */
  public static void main(String[] arguments) throws Exception {
    List<Step> steps = run();
    System.out.print(Step.HEADER);
    steps.forEach(System.out::print);
    if (!steps.stream().allMatch(Step::right)) {
      throw new IllegalStateException("A step went otherwise: see WRONG above");
    }
  }

  /** Runs the example. */
  static List<Step> run() throws Exception {
    WELD.setLevel(Level.WARNING);
    try (SeContainer beans = SeContainerInitializer.newInstance().initialize()) {
      TeaShop shop = new TeaShop(beans);
      shop.askPrices();
      shop.askStock();
      shop.lookBehind();
      shop.askOffers();
      return shop.steps;
    }
  }

  private void askPrices() throws Exception {
    step("@CacheResult: the first call", "450", 1, () -> prices.of(ASSAM));
    step("again", "450", 0, () -> prices.of(ASSAM));
    step(CALLERS + " callers at once, of another tea", "8 x 520", 1, this::crowd);
    prices.change(ASSAM, 480);
    step("@CachePut of 480, then asked", "480", 0, () -> prices.of(ASSAM));
    prices.doubt(ASSAM);
    step("@CacheRemove, then asked", "480", 1, () -> prices.of(ASSAM));
  }

  private String crowd() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        calls.add(() -> prices.of(SENCHA));
      }
      int same = 0;
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        same += answer.get() == 520 ? 1 : 0;
      }
      return same + " x 520";
    } finally {
      threads.shutdownNow();
    }
  }

  private void askStock() throws Exception {
    step("@Freshness: the first call", "9 packets", 1, () -> stock.of(ASSAM));
    step("within its ttl of 3 s", "9 packets", 0, () -> stock.of(ASSAM));
    while (desk.explain(ASSAM).equals("fresh")) {
      Thread.sleep(10);
    }
    step("past it: the old one, refreshed meanwhile", "9 packets", 1, this::staleStock);
    step("what the refresh brought", "8 packets", 0, () -> stock.of(ASSAM));
    stock.deliver();
    step("@InvalidateTags, then asked", "99 packets", 1, () -> stock.of(ASSAM));
  }

  private Timed staleStock() throws InterruptedException {
    long start = System.nanoTime();
    String answer = stock.of(ASSAM);
    Timed timed = Timed.since(start, answer);
    while (desk.isCounting(ASSAM)) {
      Thread.sleep(10); // so that its walk is counted; an application has no reason to
    }
    return timed;
  }

  private void lookBehind() throws Exception {
    step("@CacheName: get(\"stock:assam\")", "99 packets", 0, () -> desk.look(ASSAM));
    step("@OfMethod: explain(\"assam\")", "fresh", 0, () -> desk.explain(ASSAM));
    desk.forget(ASSAM);
    step("@OfMethod: invalidate(\"assam\"), then asked", "98 packets", 1, () -> stock.of(ASSAM));
  }

  private void askOffers() throws Exception {
    step("@BackgroundRefresh: asked for 1 s", "3 offers", 0, this::seeThreeOffers);
  }

  private String seeThreeOffers() throws InterruptedException {
    Set<String> seen = new HashSet<>();
    while (seen.size() < 3) {
      seen.add(offers.today());
      Thread.sleep(10); // half a second lies between two
    }
    return seen.size() + " offers";
  }

  private void step(String what, String expected, int expectedWalks, Callable<?> call)
      throws Exception {
    int before = warehouse.walks();
    long start = System.nanoTime();
    Object answer = call.call();
    Timed timed = answer instanceof Timed itself ? itself : Timed.since(start, answer.toString());
    int walks = warehouse.walks() - before;
    boolean right = timed.answer().equals(expected) && walks == expectedWalks;
    steps.add(new Step(what, timed.answer(), walks, timed.took(), right));
  }

  private record Timed(String answer, Duration took) {
    static Timed since(long start, String answer) {
      return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
    }
  }
}
