package org.cairncache.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What Redis runs as one step on one key. Each compares the token with what is there as it is
 * stored: the eight bytes at the place of the stamp, or for what is no envelope the SHA-1 of all.
 */
enum Script {
  /**
   * Sets the value if the token is still what is there, an empty one if nothing is. ARGV: token,
   * value, milliseconds to live or 0 for ever. Returns 1, or 0 on conflict.
   */
  COMPARE_AND_SET(
      Source.COMPARE
          + """
          if ARGV[3] == '0' then
            redis.call('SET', KEYS[1], ARGV[2])
          else
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
          end
          return 1
          """),

  /** Removes the entry if the token is still what is there. ARGV: token. Returns 1 or 0. */
  COMPARE_AND_DELETE(
      Source.COMPARE
          + """
          redis.call('UNLINK', KEYS[1])
          return 1
          """),

  /**
   * Moves the deadline if the token is still what is there. ARGV: token, the 12 bytes of the
   * deadline, milliseconds to live or 0 for ever. Returns 1 or 0.
   */
  TOUCH(
      Source.COMPARE
          + """
          redis.call('SETRANGE', KEYS[1], 32, ARGV[2])
          if ARGV[3] == '0' then
            redis.call('PERSIST', KEYS[1])
          else
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
          end
          return 1
          """),

  /**
   * Sets the value, with the deadline of what is there if that has not passed. ARGV: value, the
   * present in epoch milliseconds, milliseconds to live or 0 for ever if nothing is there. Returns
   * the 8 bytes of the deadline.
   */
  PUT_KEEPING_DEADLINE(
      Source.CRC32C
          + """
          local value = ARGV[1]
          local there = redis.call('GETRANGE', KEYS[1], 0, 83)
          if #there == 84 and there:sub(1, 3) == 'CRN' then
            local deadline = there:sub(33, 40)
            local high, low = struct.unpack('>i4I4', deadline)
            if there:sub(41, 44) == check(there:sub(9, 16) .. deadline)
                and high * 4294967296 + low > tonumber(ARGV[2]) then
              value = value:sub(1, 32) .. deadline
                  .. check(value:sub(9, 16) .. deadline) .. value:sub(45)
              redis.call('SET', KEYS[1], value, 'KEEPTTL')
              return deadline
            end
          end
          if ARGV[3] == '0' then
            redis.call('SET', KEYS[1], value)
          else
            redis.call('SET', KEYS[1], value, 'PX', ARGV[3])
          end
          return value:sub(33, 40)
          """);

  private final String text;
  private final String sha;

  Script(String text) {
    this.text = text;
    this.sha = sha1(text());
  }

  byte[] text() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The name that EVALSHA takes. */
  String sha() {
    return sha;
  }

  private static String sha1(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-1", impossible);
    }
  }

  /** Parts of scripts. */
  private static final class Source {
    static final String COMPARE =
        """
        local expected = ARGV[1]
        if expected == '' then
          if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
        elseif #expected == 8 then
          if redis.call('GETRANGE', KEYS[1], 8, 15) ~= expected then return 0 end
        else
          local there = redis.call('GET', KEYS[1])
          if not there or redis.sha1hex(there) ~= expected then return 0 end
        end
        """;

    // Four bits at a time: the check of a deadline is over 16 bytes only.
    static final String CRC32C =
        """
        local steps = {[0] = 0x00000000, 0x105EC76F, 0x20BD8EDE, 0x30E349B1,
            0x417B1DBC, 0x5125DAD3, 0x61C69362, 0x7198540D,
            0x82F63B78, 0x92A8FC17, 0xA24BB5A6, 0xB21572C9,
            0xC38D26C4, 0xD3D3E1AB, 0xE330A81A, 0xF36E6F75}
        local function check(bytes)
          local crc = -1
          for i = 1, #bytes do
            crc = bit.bxor(crc, bytes:byte(i))
            crc = bit.bxor(bit.rshift(crc, 4), steps[bit.band(crc, 15)])
            crc = bit.bxor(bit.rshift(crc, 4), steps[bit.band(crc, 15)])
          end
          return struct.pack('>i4', bit.bnot(crc))
        end
        """;

    private Source() {}
  }
}
