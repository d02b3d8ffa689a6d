package silverpoint.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of our records. */
final class Json {
  private static final JsonMapper COMPACT = JsonMapper.builder().build();
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static String pretty(Object value) {
    return PRETTY.writeValueAsString(value);
  }

  static <T> T read(String json, Class<T> type) {
    return COMPACT.readValue(json, type);
  }

  static JsonNode tree(String json) {
    return COMPACT.readTree(json);
  }

  static String compact(Object value) {
    return COMPACT.writeValueAsString(value);
  }
}
