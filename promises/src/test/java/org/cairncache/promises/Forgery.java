package org.cairncache.promises;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/** What can be made of a good entry by who can compute the checks, but has no key. */
final class Forgery {
  private static final int DEADLINE = 32;
  private static final int AFTER_DEADLINE = 44;
  private static final int KEY_BYTES = 64;
  private static final int ATTRIBUTE_BYTES = 68;
  private static final int PAYLOAD_BYTES = 72;
  private static final int DECODED_BYTES = 76;
  private static final int CRC = 80;
  private static final int HEADER = 84;

  private Forgery() {}

  /** The entry as that of another key, whose text must be as long. */
  static byte[] ofKey(byte[] envelope, String key) {
    byte[] forged = envelope.clone();
    ByteBuffer.wrap(forged).position(HEADER).put(key.getBytes(StandardCharsets.UTF_8));
    return sealed(forged);
  }

  /** A compressed entry that inflates to a thousand times its size, and what it claims. */
  static byte[] bomb(byte[] envelope, int inflatedBytes, int claimedBytes) {
    byte[] payload = deflated(inflatedBytes);
    ByteBuffer good = ByteBuffer.wrap(envelope);
    int start = HEADER + good.getInt(KEY_BYTES) + good.getInt(ATTRIBUTE_BYTES);
    ByteBuffer bad = ByteBuffer.allocate(start + payload.length);
    bad.put(envelope, 0, start).put(payload);
    bad.putInt(PAYLOAD_BYTES, payload.length).putInt(DECODED_BYTES, claimedBytes);
    return sealed(bad.array());
  }

  /** The same bytes with the check that belongs to them. */
  static byte[] sealed(byte[] envelope) {
    CRC32C crc = new CRC32C();
    crc.update(envelope, 0, DEADLINE);
    crc.update(envelope, AFTER_DEADLINE, CRC - AFTER_DEADLINE);
    crc.update(envelope, HEADER, envelope.length - HEADER);
    byte[] sealed = envelope.clone();
    ByteBuffer.wrap(sealed).putInt(CRC, (int) crc.getValue());
    return sealed;
  }

  private static byte[] deflated(int zeros) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(new byte[zeros]);
      deflater.finish();
      byte[] out = new byte[zeros / 500 + 100];
      return Arrays.copyOf(out, deflater.deflate(out));
    } finally {
      deflater.end();
    }
  }
}
