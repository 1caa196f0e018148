package org.cairncache.testkit.contract;

import org.junit.jupiter.api.Nested;

/**
 * What the front relies on in every store (the javadoc of {@link org.cairncache.spi.Store}), as
 * tests. Extend it and say what store it is; the tests of what the store does not have are skipped:
 * a medium under it, or other processes beside it.
 *
 * <pre>{@code
 * class MapStoreTest extends StoreContract {
 *   @Override
 *   protected StoreUnderTest store() {
 *     return StoreUnderTest.onHeap(new MapStoreFactory(), URI.create("map:contract"));
 *   }
 * }
 * }</pre>
 */
public abstract class StoreContract {

  /** The store; called once for each test. What an earlier test left in it does not matter. */
  protected abstract StoreUnderTest store();

  @Nested
  final class Entries extends EntryTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Values extends ValueTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Keys extends KeyTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Conflicts extends ConflictTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Tokens extends TokenTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Revalidation extends RevalidationTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Touches extends TouchTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Deadlines extends DeadlineTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Iteration extends IterationTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Batches extends BatchTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Unreadable extends UnreadableTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Nulls extends NullTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Outages extends OutageTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Sharing extends SharingTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  final class Concurrency extends ConcurrencyTests {
    @Override
    StoreUnderTest store() {
      return StoreContract.this.store();
    }
  }
}
