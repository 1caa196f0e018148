package org.cairncache.benchmarks.paired;

import java.io.Serializable;

/** A mutable value, as an application's entities are. Not thread-safe. */
final class Customer implements Serializable {
  private static final long serialVersionUID = 1;

  private final long number;
  private final String name;
  private String city = "Stockholm";
  private double balance;
  private int orders;

  Customer(int number) {
    this.number = number;
    this.name = "customer-" + number;
    order(number);
  }

  /** Changes it. */
  void order(double price) {
    balance += price;
    orders++;
  }

  void moveTo(String next) {
    city = next;
  }

  /** Depends on all that is in it. */
  @Override
  public String toString() {
    return number + name + city + balance + orders;
  }
}
