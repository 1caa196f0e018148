/** Every store and every codec on one class path, in one configuration. */
@NullMarked
package org.cairncache.examples.allstores;

import org.jspecify.annotations.NullMarked;
