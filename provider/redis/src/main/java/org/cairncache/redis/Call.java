package org.cairncache.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.cairncache.spi.encoded.Envelope;
import org.jspecify.annotations.Nullable;

/** A command to Redis, which may be sent again where it was not sent. Immutable. */
final class Call<T> {
  private static final ByteArrayCodec CODEC = ByteArrayCodec.INSTANCE;
  private static final byte[] NO_KEY = {};

  private final byte[] key;
  private final ProtocolKeyword type;
  private final Supplier<CommandOutput<byte[], byte[], T>> output;
  private final CommandArgs<byte[], byte[]> arguments;
  private final @Nullable Supplier<Call<T>> withScript;

  private Call(
      byte[] key,
      ProtocolKeyword type,
      Supplier<CommandOutput<byte[], byte[], T>> output,
      CommandArgs<byte[], byte[]> arguments,
      @Nullable Supplier<Call<T>> withScript) {
    this.key = key;
    this.type = type;
    this.output = output;
    this.arguments = arguments;
    this.withScript = withScript;
  }

  private Call(
      byte[] key,
      ProtocolKeyword type,
      Supplier<CommandOutput<byte[], byte[], T>> output,
      CommandArgs<byte[], byte[]> arguments) {
    this(key, type, output, arguments, null);
  }

  /** The key, or the first of several, which says what server it is for. */
  byte[] key() {
    return key;
  }

  /** The same with the text of its script, for a server that does not know it; null without one. */
  @Nullable Call<T> withScript() {
    return withScript == null ? null : withScript.get();
  }

  /** The command, to be sent once. */
  AsyncCommand<byte[], byte[], T> command() {
    return new AsyncCommand<>(new Command<>(type, output.get(), arguments));
  }

  /** The answer is null if nothing is there. */
  static Call<byte[]> get(byte[] key) {
    return new Call<>(key, CommandType.GET, Call::value, arguments().addKey(key));
  }

  /** The answer is the header of the envelope that is there; empty if nothing is. */
  static Call<byte[]> header(byte[] key) {
    return range(key, 0, Envelope.HEADER_BYTES - 1);
  }

  /** The answer is empty if nothing is there. */
  static Call<byte[]> range(byte[] key, int from, int to) {
    return new Call<>(
        key, CommandType.GETRANGE, Call::value, arguments().addKey(key).add(from).add(to));
  }

  /** The answer has a null for each key that is not there. */
  static Call<List<byte[]>> getAll(List<? extends Named> keys) {
    return new Call<>(
        keys.get(0).name(), CommandType.MGET, () -> new ValueListOutput<>(CODEC), named(keys));
  }

  /** Sets the value to live so many milliseconds, 0 for ever. */
  static Call<String> set(byte[] key, byte[] value, long millis) {
    CommandArgs<byte[], byte[]> arguments = arguments().addKey(key).addValue(value);
    if (millis != 0) {
      arguments.add("PX").add(millis);
    }
    return new Call<>(key, CommandType.SET, () -> new StatusOutput<>(CODEC), arguments);
  }

  /** Sets all values, for ever and in one step, or none; the answer says nothing. */
  static Call<String> setAll(List<Named.Entry> entries) {
    CommandArgs<byte[], byte[]> arguments = arguments();
    for (Named.Entry entry : entries) {
      arguments.addKey(entry.name()).addValue(entry.value());
    }
    return new Call<>(
        entries.get(0).name(), CommandType.MSET, () -> new StatusOutput<>(CODEC), arguments);
  }

  /** The answer is how many there were. */
  static Call<Long> unlink(List<? extends Named> keys) {
    return new Call<>(keys.get(0).name(), CommandType.UNLINK, Call::number, named(keys));
  }

  private static CommandArgs<byte[], byte[]> named(List<? extends Named> keys) {
    CommandArgs<byte[], byte[]> arguments = arguments();
    for (Named key : keys) {
      arguments.addKey(key.name());
    }
    return arguments;
  }

  /** The answer is how many replicas have what was written before on this connection. */
  static Call<Long> await(int replicas, long millis) {
    return new Call<>(
        NO_KEY, CommandType.WAIT, Call::number, arguments().add(replicas).add(millis));
  }

  /** The answer comes as soon as the server does anything. */
  static Call<String> ping() {
    return new Call<>(NO_KEY, CommandType.PING, () -> new StatusOutput<>(CODEC), arguments());
  }

  /** The answer says what is spoken: names and values in turn, the protocol's version as proto. */
  static Call<List<Object>> hello() {
    return new Call<>(NO_KEY, CommandType.HELLO, () -> new NestedMultiOutput<>(CODEC), arguments());
  }

  /** Has this connection told of the keys that begin so and that others change. */
  static Call<String> track(String prefix) {
    return new Call<>(
        NO_KEY,
        CommandType.CLIENT,
        () -> new StatusOutput<>(CODEC),
        arguments()
            .add("TRACKING")
            .add("ON")
            .add("BCAST")
            .add("NOLOOP")
            .add("PREFIX")
            .add(prefix.getBytes(StandardCharsets.UTF_8)));
  }

  /** Has this connection told of no keys. */
  static Call<String> trackNothing() {
    return new Call<>(
        NO_KEY,
        CommandType.CLIENT,
        () -> new StatusOutput<>(CODEC),
        arguments().add("TRACKING").add("OFF"));
  }

  /** The answer is 1, or 0 on conflict. */
  static Call<Long> compare(Script script, byte[] key, byte[]... values) {
    return script(script, key, Call::number, values);
  }

  /** The answer is the 8 bytes of the deadline. */
  static Call<byte[]> putKeepingDeadline(byte[] key, byte[]... values) {
    return script(Script.PUT_KEEPING_DEADLINE, key, Call::value, values);
  }

  // By its name first; its text goes out only to a server that does not know it yet.
  private static <T> Call<T> script(
      Script script,
      byte[] key,
      Supplier<CommandOutput<byte[], byte[], T>> output,
      byte[]... values) {
    return new Call<>(
        key,
        CommandType.EVALSHA,
        output,
        called(arguments().add(script.sha()), key, values),
        () ->
            new Call<>(
                key,
                CommandType.EVAL,
                output,
                called(arguments().addValue(script.text()), key, values)));
  }

  private static CommandArgs<byte[], byte[]> called(
      CommandArgs<byte[], byte[]> script, byte[] key, byte[]... values) {
    script.add(1).addKey(key);
    for (byte[] value : values) {
      script.addValue(value);
    }
    return script;
  }

  private static CommandArgs<byte[], byte[]> arguments() {
    return new CommandArgs<>(CODEC);
  }

  private static CommandOutput<byte[], byte[], byte[]> value() {
    return new ValueOutput<>(CODEC);
  }

  private static CommandOutput<byte[], byte[], Long> number() {
    return new IntegerOutput<>(CODEC);
  }
}
