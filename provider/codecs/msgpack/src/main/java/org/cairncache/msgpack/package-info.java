/** Values as MessagePack. */
@NullMarked
package org.cairncache.msgpack;

import org.jspecify.annotations.NullMarked;
