package org.cairncache.testkit.proxy;

import java.net.ProtocolException;

/** A body in chunks, each after a line with its size, the last of them empty. Not thread-safe. */
final class ChunkedBody implements HttpBody {
  private static final int LINE_END = 2;

  private final Line line = new Line();
  private long bytesToCome;
  private boolean inTrailers;

  @Override
  public boolean endsWith(byte next) throws ProtocolException {
    if (bytesToCome > 0) {
      bytesToCome--;
      return false;
    }
    String text = line.next(next);
    if (text == null) {
      return false;
    }
    if (inTrailers) {
      return text.isEmpty();
    }
    startChunk(text);
    return false;
  }

  private void startChunk(String text) throws ProtocolException {
    int extension = text.indexOf(';');
    long size = Line.number((extension < 0 ? text : text.substring(0, extension)).strip(), 16);
    inTrailers = size == 0;
    bytesToCome = inTrailers ? 0 : size + LINE_END;
  }
}
