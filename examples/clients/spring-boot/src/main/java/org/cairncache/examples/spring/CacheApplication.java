package org.cairncache.examples.spring;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;

/** Asks two services the same things again and again, and prints how often they had to work. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableCaching
public class CacheApplication {
  private static final int ROUNDS = 1_000;

  /** Takes no arguments of its own. */
  public static void main(String[] args) {
    SpringApplication.run(CacheApplication.class, args).close();
  }

  @Bean
  CommandLineRunner show(Primes primes, PrimeSums sums, Glossary glossary) {
    return arguments -> {
      for (int round = 0; round < ROUNDS; round++) {
        primes.prime(10_000);
        primes.factors(600_851_475_143L);
        sums.sum(50);
        glossary.meaning("cairn");
      }
      System.out.printf("the 10,000th prime           %,d%n", primes.prime(10_000));
      System.out.printf("factors of 600,851,475,143   %s%n", primes.factors(600_851_475_143L));
      System.out.printf("sum of the first 50 primes   %,d%n", sums.sum(50));
      System.out.printf("calls                        %,d%n", 4 * ROUNDS + 3);
      System.out.printf("primes or factors computed   %,d%n", primes.computed());
      System.out.printf("glossary read                %,d%n", glossary.reads());
    };
  }
}
