package org.cairncache.benchmarks.hits;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;

/** How the keys of a trace lie in its file. */
enum TraceFormat {
  /** A decimal number on each line; other lines are marks for people. */
  NUMBERS {
    @Override
    LongStream keys(byte[] file) {
      return lines(file)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
          .mapToLong(Long::parseLong);
    }
  },
  /** Lines of a word, a hexadecimal address and a number. */
  ADDRESSES {
    @Override
    LongStream keys(byte[] file) {
      return lines(file).lines().mapToLong(line -> Long.decode(line.split(" ", -1)[1]));
    }
  },
  /** Eight bytes each. */
  LONGS {
    @Override
    LongStream keys(byte[] file) {
      ByteBuffer longs = ByteBuffer.wrap(file);
      return LongStream.generate(longs::getLong).limit(file.length / Long.BYTES);
    }
  };

  abstract LongStream keys(byte[] file);

  long[] read(InputStream file) throws IOException {
    return keys(file.readAllBytes()).toArray();
  }

  private static BufferedReader lines(byte[] file) {
    return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(file), US_ASCII));
  }
}
