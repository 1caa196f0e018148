package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import org.cairncache.testkit.http.Answer;

/**
 * Reads and writes the objects of JSON that the API speaks in:
 * https://docs.cloud.google.com/storage/docs/json_api.
 */
final class Json {
  private static final ConfigParseOptions STRICT =
      ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON);

  private Json() {}

  /**
   * What a text says; nothing if it is empty.
   *
   * @throws GcsFailure if it is not an object
   */
  static Map<String, Object> read(byte[] text) {
    try {
      return text.length == 0
          ? Map.of()
          : ConfigFactory.parseString(new String(text, UTF_8), STRICT).root().unwrapped();
    } catch (ConfigException e) {
      throw GcsFailure.invalid("Parse Error");
    }
  }

  /** The part of a resource that was asked for. */
  static Answer resource(Map<String, Object> resource, Map<String, String> query) {
    return answer(200, Fields.of(query.get("fields"), resource));
  }

  static Answer answer(int status, Map<String, ?> object) {
    String text = ConfigValueFactory.fromMap(object).render(ConfigRenderOptions.concise());
    return Answer.of(status, "application/json; charset=UTF-8", text);
  }
}
