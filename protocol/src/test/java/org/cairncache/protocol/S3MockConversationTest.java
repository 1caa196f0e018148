package org.cairncache.protocol;

/** S3Mock answers as S3 does, but for what is declared. */
final class S3MockConversationTest extends ConversationTests {
  S3MockConversationTest() {
    super(new S3Mock(), false);
  }
}
