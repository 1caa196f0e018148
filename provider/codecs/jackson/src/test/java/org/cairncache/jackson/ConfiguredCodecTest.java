package org.cairncache.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.CairnCache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.spi.Codec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration names a format, or a class of the application. */
final class ConfiguredCodecTest {
  @TempDir private Path directory;
  private final CairnCachingProvider provider = new CairnCachingProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void codec_name_isFound() throws IOException {
    Cache<String, Point> cache = open("jackson", Point.class);
    cache.put("k", new Point(1, 2));
    assertThat(cache.get("k")).isEqualTo(new Point(1, 2));
  }

  @Test
  void codec_nameWithoutValueType_isRefusedWithWhatToDo() {
    assertThatThrownBy(() -> open("jackson", Object.class))
        .isInstanceOf(CacheException.class)
        .hasStackTraceContaining("set value-type");
  }

  @Test
  void codec_classOfAFactory_isMade() throws IOException {
    @SuppressWarnings("rawtypes") // the class of a list
    Cache<String, List> cache = open(PointsCodec.class.getName(), List.class);
    cache.put("k", List.of(new Point(1, 2)));
    assertThat(cache.get("k")).isEqualTo(List.of(new Point(1, 2)));
  }

  @Test
  void codec_classOfACodec_isMade() throws IOException {
    Cache<String, Point> cache = open(PointCodec.class.getName(), Point.class);
    cache.put("k", new Point(1, 2));
    assertThat(cache.get("k")).isEqualTo(new Point(1, 2));
  }

  @Test
  @SuppressWarnings({"rawtypes", "unchecked"}) // the class of a list, and what is none
  void refusal_anotherTypeThanTheBoundOne_isWhatAPutDoes() throws IOException {
    Cache cache = open(PointsCodec.class.getName(), Object.class);
    CairnCache<?, ?> own = (CairnCache<?, ?>) cache.unwrap(CairnCache.class);

    assertThat(own.refusal(Point.class).orElseThrow()).contains("List", Point.class.getName());
    assertThatThrownBy(() -> cache.put("k", new Point(1, 2))).isInstanceOf(CacheException.class);
    assertThat(own.refusal(ArrayList.class)).isEmpty();
  }

  private <V> Cache<String, V> open(String codec, Class<V> valueType) throws IOException {
    Path file = directory.resolve("cairn.conf");
    String text =
        """
        cairn.caches.c {
          store = "%s"
          key-type = java.lang.String
          value-type = "%s"
          codec = "%s"
        }
        """;
    Path store = Files.createDirectories(directory.resolve("store"));
    Files.writeString(file, text.formatted(store.toUri(), valueType.getName(), codec));
    return provider
        .getCacheManager(file.toUri(), ConfiguredCodecTest.class.getClassLoader())
        .getCache("c", String.class, valueType);
  }

  /** A value of an application. */
  public record Point(int x, int y) {}

  /** JSON of lists of points. */
  public static final class PointsCodec extends JacksonCodecFactory {
    public PointsCodec() {
      super(new TypeReference<List<Point>>() {});
    }
  }

  /** A codec of an application's own: two numbers. */
  public static final class PointCodec implements Codec<Point> {
    @Override
    public String id() {
      return "point";
    }

    @Override
    public void encode(Point value, OutputStream out) throws IOException {
      out.write((value.x() + "," + value.y()).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Point decode(InputStream in) throws IOException {
      String[] parts = new String(in.readAllBytes(), StandardCharsets.US_ASCII).split(",", -1);
      try {
        return new Point(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      } catch (RuntimeException damaged) {
        throw new IOException("Not two numbers", damaged);
      }
    }
  }
}
