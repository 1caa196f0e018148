package org.cairncache.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;

/**
 * Believes no length that cannot be true. Elements of arrays, lists and texts take at least a byte
 * each (only nulls in a list of nothing else take less), so all lengths together are at most what
 * an entry may have; and an array is never longer than what is left. So what is allocated before it
 * is read is at most four times the limit, a reference for each element.
 */
final class BoundedInput extends Input {
  private long budget;

  BoundedInput(byte[] bytes, int maximumBytes) {
    super(bytes);
    this.budget = maximumBytes;
  }

  /** Of a text, or of a collection. */
  @Override
  public int readVarIntFlag(boolean optimizePositive) throws KryoException {
    int length = super.readVarIntFlag(optimizePositive);
    claim(length);
    return length;
  }

  /** Looks at the length that comes next, which counts null as 0, and nothing as 1. */
  void claimArray() {
    int here = position();
    int length = readVarInt(true);
    setPosition(here);
    claim(length);
  }

  private void claim(int length) {
    if (length < 0) {
      throw new KryoException("Claims a negative length");
    }
    budget -= length;
    if (budget < 0) {
      throw new KryoException("Claims to be longer than an entry may be");
    }
  }

  private int checked(int length, int bytesEach) {
    if (length < 0 || (long) length * bytesEach > limit() - position()) {
      throw new KryoException("Claims to be longer than it is");
    }
    return length;
  }

  @Override
  public byte[] readBytes(int length) throws KryoException {
    return super.readBytes(checked(length, 1));
  }

  @Override
  public int[] readInts(int length, boolean optimizePositive) throws KryoException {
    return super.readInts(checked(length, 1), optimizePositive);
  }

  @Override
  public long[] readLongs(int length, boolean optimizePositive) throws KryoException {
    return readLongs(length);
  }

  @Override
  public long[] readLongs(int length) throws KryoException {
    return super.readLongs(checked(length, Long.BYTES));
  }

  @Override
  public float[] readFloats(int length) throws KryoException {
    return super.readFloats(checked(length, Float.BYTES));
  }

  @Override
  public double[] readDoubles(int length) throws KryoException {
    return super.readDoubles(checked(length, Double.BYTES));
  }

  @Override
  public short[] readShorts(int length) throws KryoException {
    return super.readShorts(checked(length, Short.BYTES));
  }

  @Override
  public char[] readChars(int length) throws KryoException {
    return super.readChars(checked(length, Character.BYTES));
  }
}
