package org.cairncache.testkit.proxy;

/** A body of a declared length. Not thread-safe. */
final class SizedBody implements HttpBody {
  private long bytesToCome;

  /** Has at least one byte. */
  SizedBody(long length) {
    bytesToCome = length;
  }

  @Override
  public boolean endsWith(byte next) {
    bytesToCome--;
    return bytesToCome == 0;
  }
}
