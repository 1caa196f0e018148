/** The public face of Cairn: the provider, the configuration of a cache, and the cache itself. */
@NullMarked
package org.cairncache;

import org.jspecify.annotations.NullMarked;
