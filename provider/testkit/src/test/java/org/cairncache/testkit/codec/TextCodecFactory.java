package org.cairncache.testkit.codec;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactory;

/** Makes a codec of texts, a length and UTF-8, that is sound or has one fault. */
final class TextCodecFactory implements CodecFactory {
  private final Fault fault;

  TextCodecFactory(Fault fault) {
    this.fault = fault;
  }

  /** What is wrong with a codec. */
  enum Fault {
    /** Nothing. */
    NONE,
    /** Tells of damage by an unchecked exception. */
    RUNTIME_EXCEPTION,
    /** Allocates what the content claims. */
    LENGTH_BELIEVED,
    /** Reads more than an entry may have. */
    LIMIT_IGNORED,
    /** Closes what is the caller's. */
    STREAM_CLOSED,
    /** Does not look whether there is more. */
    REST_IGNORED,
    /** Has one buffer for all threads. */
    BUFFER_SHARED,
    /** Loses what is not Latin. */
    LATIN_ONLY,
    /** Has another schema each time. */
    SCHEMA_DRAWN,
    /** Writes which object it was into the content. */
    KEYS_DIFFER,
    /** Takes one read for all of it. */
    PARTLY_READ,
    /** Reads what it writes, and not what it wrote before. */
    FORMAT_CHANGED,
    /** Says that it refuses what it encodes. */
    REFUSAL_MADE_UP
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  @SuppressWarnings("unchecked") // made for texts only
  public <T> Codec<T> create(CodecContext<T> context) {
    return (Codec<T>) new TextCodec(context.maximumBytes());
  }

  private final class TextCodec implements Codec<String> {
    private static final int HEADER = 5;

    private final int maximumBytes;
    private final int schema = has(Fault.SCHEMA_DRAWN) ? ThreadLocalRandom.current().nextInt() : 0;
    private byte[] shared = new byte[0];

    TextCodec(int maximumBytes) {
      this.maximumBytes = maximumBytes;
    }

    private boolean has(Fault one) {
      return fault == one;
    }

    @Override
    public String id() {
      return "text";
    }

    @Override
    public int schema() {
      return schema;
    }

    @Override
    public void encode(String value, OutputStream out) throws IOException {
      byte[] bytes = masked(value.getBytes(charset()));
      DataOutputStream data = new DataOutputStream(out);
      data.writeInt(bytes.length);
      data.writeByte(has(Fault.KEYS_DIFFER) ? System.identityHashCode(value) : 0);
      data.write(bytes);
      data.flush();
      if (has(Fault.STREAM_CLOSED)) {
        out.close();
      }
    }

    @Override
    public String decode(InputStream in) throws IOException {
      DataInputStream data = new DataInputStream(in);
      int length = data.readInt();
      data.readByte();
      if (length < 0 || (length > maximumBytes - HEADER && !isCareless())) {
        throw damaged("too long");
      }
      byte[] bytes = read(data, length);
      if (!has(Fault.REST_IGNORED) && in.read() >= 0) {
        throw damaged("more");
      }
      if (has(Fault.STREAM_CLOSED)) {
        in.close();
      }
      return text(masked(bytes));
    }

    @Override
    public Optional<String> refusal(Class<?> type) {
      return has(Fault.REFUSAL_MADE_UP) ? Optional.of("No texts") : Optional.empty();
    }

    private boolean isCareless() {
      return has(Fault.LENGTH_BELIEVED) || has(Fault.LIMIT_IGNORED);
    }

    private byte[] read(DataInputStream data, int length) throws IOException {
      byte[] bytes;
      if (has(Fault.LENGTH_BELIEVED)) {
        bytes = new byte[Math.min(length, 100 << 20)];
        data.readFully(bytes);
      } else if (has(Fault.PARTLY_READ)) {
        bytes = new byte[length];
        int ignored = data.read(bytes);
      } else {
        bytes = data.readNBytes(length);
        if (bytes.length < length) {
          throw damaged("less");
        }
      }
      if (has(Fault.BUFFER_SHARED)) {
        shared = bytes;
        LockSupport.parkNanos(1); // lets the others come
        return shared;
      }
      return bytes;
    }

    private String text(byte[] bytes) throws IOException {
      try {
        return charset().newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException foreign) {
        throw damaged("no text");
      }
    }

    private byte[] masked(byte[] bytes) {
      byte[] masked = bytes.clone();
      for (int i = 0; has(Fault.FORMAT_CHANGED) && i < masked.length; i++) {
        masked[i] ^= 1;
      }
      return masked;
    }

    private Charset charset() {
      return has(Fault.LATIN_ONLY) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    private IOException damaged(String how) {
      if (has(Fault.RUNTIME_EXCEPTION)) {
        throw new IllegalArgumentException(how);
      }
      return new EOFException(how);
    }
  }
}
