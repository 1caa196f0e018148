package org.cairncache.testkit.codec;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an application might keep in a cache. */
public record Order(
    UUID id,
    String customer,
    long placed,
    double weight,
    boolean paid,
    BigDecimal total,
    @Nullable Instant shipped,
    LocalDate due,
    State state,
    List<Line> lines,
    Map<String, List<Integer>> counts,
    @Nullable Line first)
    implements Serializable {

  /** How far an order is. */
  public enum State {
    PLACED,
    SHIPPED
  }

  /** A part of an order. */
  public record Line(String article, int count, @Nullable Integer discount)
      implements Serializable {}
}
