package org.cairncache.benchmarks.codec;

import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.UninterpretedOption;
import com.google.protobuf.Timestamp;
import java.time.Instant;

/**
 * Articles as generated messages that come with Protocol Buffers and have fields of the same types:
 * a text, two numbers, a time in bytes, and a list, whose elements have a flag beside the text and
 * so take two bytes more than those of a message made for articles.
 */
final class Messages {
  private Messages() {}

  static UninterpretedOption of(Article article) {
    UninterpretedOption.Builder message =
        UninterpretedOption.newBuilder()
            .setIdentifierValue(article.name())
            .setPositiveIntValue(article.stock())
            .setDoubleValue(article.price())
            .setStringValue(time(article.changed()).toByteString());
    article.tags().forEach(tag -> message.addNameBuilder().setNamePart(tag).setIsExtension(false));
    return message.build();
  }

  private static Timestamp time(Instant instant) {
    long seconds = instant.getEpochSecond();
    int nanos = instant.getNano();
    return Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();
  }

  static FieldOptions of(Articles articles) {
    FieldOptions.Builder message = FieldOptions.newBuilder();
    articles.articles().forEach(each -> message.addUninterpretedOption(of(each)));
    return message.build();
  }
}
