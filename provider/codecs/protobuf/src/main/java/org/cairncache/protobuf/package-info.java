/** Messages of Protocol Buffers. */
@NullMarked
package org.cairncache.protobuf;

import org.jspecify.annotations.NullMarked;
