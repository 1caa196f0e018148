/** What every store must hold, as tests to extend. */
@NullMarked
package org.cairncache.testkit.contract;

import org.jspecify.annotations.NullMarked;
