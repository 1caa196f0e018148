/**
 * The protocols that Cairn's stores speak, as servers speak them that Cairn did not write.
 *
 * <p>{@link org.cairncache.protocol.ConversationTests} has requests and the answers that S3 gives,
 * and asks them of the testkit's own server and of two others. Where one of these differs, it is
 * declared; the differences are in {@code src/test/differences}.
 */
@NullMarked
package org.cairncache.protocol;

import org.jspecify.annotations.NullMarked;
