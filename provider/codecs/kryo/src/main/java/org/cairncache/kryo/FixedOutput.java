package org.cairncache.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Output;
import java.io.OutputStream;

/**
 * Writes arrays of longs with eight bytes for each, so that none takes more memory than it has
 * bytes.
 */
final class FixedOutput extends Output {
  FixedOutput(OutputStream out, int bufferBytes) {
    super(out, bufferBytes);
  }

  @Override
  public void writeLongs(long[] array, int offset, int count, boolean optimizePositive)
      throws KryoException {
    writeLongs(array, offset, count);
  }
}
