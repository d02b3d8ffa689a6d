package silverpoint.cli.terminal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of our records. */
public final class RecordJson {
  private static final JsonMapper COMPACT = JsonMapper.builder().build();
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private RecordJson() {}

  public static String pretty(Object value) {
    return PRETTY.writeValueAsString(value);
  }

  public static <T> T read(String json, Class<T> type) {
    return COMPACT.readValue(json, type);
  }

  public static JsonNode tree(String json) {
    return COMPACT.readTree(json);
  }

  public static String compact(Object value) {
    return COMPACT.writeValueAsString(value);
  }
}
