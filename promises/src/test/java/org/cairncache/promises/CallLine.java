package org.cairncache.promises;

import org.cairncache.testkit.history.Call;
import org.jspecify.annotations.Nullable;

/** Calls as lines of text, from one process to another. */
final class CallLine {
  private CallLine() {}

  static String of(Call<KeyCall> call) {
    KeyCall operation = call.operation();
    return String.join(
        " ",
        String.valueOf(call.client()),
        call.key(),
        operation.kind().name(),
        String.valueOf(operation.expected()),
        String.valueOf(operation.value()),
        String.valueOf(call.result()),
        String.valueOf(call.invoked()),
        String.valueOf(call.returned()));
  }

  static Call<KeyCall> parse(String line) {
    String[] words = line.split(" ");
    KeyCall operation =
        new KeyCall(
            KeyCall.Kind.valueOf(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]));
    long invoked = Long.parseLong(words[6]);
    long returned = Long.parseLong(words[7]);
    return new Call<>(
        Integer.parseInt(words[0]),
        words[1],
        operation,
        result(words[5]),
        invoked,
        returned,
        invoked,
        returned);
  }

  private static @Nullable Object result(String word) {
    return switch (word) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> Integer.valueOf(word);
    };
  }
}
