package org.cairncache.protocol;

/** The testkit's server answers as S3 does. */
final class OwnServerConversationTest extends ConversationTests {
  OwnServerConversationTest() {
    super(new OwnServer(), true);
  }
}
