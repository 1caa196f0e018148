package org.cairncache.protocol;

/** S3Proxy answers as S3 does, but for what is declared. */
final class S3ProxyConversationTest extends ConversationTests {
  S3ProxyConversationTest() {
    super(S3Proxy.open(), false);
  }
}
