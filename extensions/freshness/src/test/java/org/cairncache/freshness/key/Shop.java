package org.cairncache.freshness.key;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;

/** What the templates in these tests are bound to. */
@SuppressWarnings({"unused", "DoNotCallSuggester"}) // called by reflection
final class Shop {
  @Override
  public String toString() {
    throw new AssertionError("nobody asks the instance for a text");
  }

  String find(int id) {
    return "";
  }

  String flags() {
    return "";
  }

  String search(String text, long page, UUID session) {
    return "";
  }

  String total(Order order) {
    return "";
  }

  String read(InputStream in) {
    return "";
  }

  String readAll(InputStream[][] in) {
    return "";
  }

  String open(Opened opened) {
    return "";
  }

  String any(Object any, Number number, Runnable run, Enum<?> constant, Hidden hidden) {
    return "";
  }

  String shown(Shown shown) {
    return "";
  }

  record Opened(String name, InputStream in) {}

  record Hidden(String name) {}

  /** What can be seen of a class that cannot. */
  public interface Named {
    String getName();
  }

  record Shown(String name) implements Named {
    @Override
    public String getName() {
      return name;
    }
  }

  public record Order(long number, Customer customer, Node root) {
    /** No component, so found last. */
    public String label() {
      return "no. " + number;
    }

    /** A component comes before a getter. */
    public long getNumber() {
      return -1;
    }

    public void discard() {}

    public static String getShop() {
      return "";
    }
  }

  public record Node(Node next) {}

  public static final class Customer {
    public static final String KIND = "customer";

    public final String id;
    public final String email = "field";
    private final boolean active;

    public Customer(String id, boolean active) {
      this.id = id;
      this.active = active;
    }

    public String getEmail() {
      return "getter";
    }

    public boolean isActive() {
      return active;
    }

    public String isWrong() {
      return "";
    }

    public Map<String, Integer> getPoints() {
      return Map.of("a", 1);
    }

    public InputStream getPhoto() {
      return InputStream.nullInputStream();
    }

    public String getBroken() {
      throw new IllegalStateException("broken");
    }

    public String getLost() throws IOException {
      throw new IOException("lost");
    }

    String hidden() {
      return "";
    }
  }
}
