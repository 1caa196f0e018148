/** What every codec must hold, as tests to extend. */
@NullMarked
package org.cairncache.testkit.codec;

import org.jspecify.annotations.NullMarked;
