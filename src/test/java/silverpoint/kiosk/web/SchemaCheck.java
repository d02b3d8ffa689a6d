package silverpoint.kiosk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Checks a value against the part of JSON Schema that the API's document uses. */
record SchemaCheck(JsonNode document) {
  /** What does not fit, each with where it is. */
  List<String> faults(JsonNode schema, JsonNode value, String where) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString().replaceAll(".*/", "");
      return faults(document.get("components").get("schemas").get(name), value, where);
    }
    if (schema.has("anyOf")) {
      for (JsonNode option : schema.get("anyOf")) {
        if (faults(option, value, where).isEmpty()) {
          return List.of();
        }
      }
      return List.of(where + " fits none of its types: " + value);
    }
    String type = schema.get("type").asString();
    if (!isOf(type, value)) {
      return List.of(where + " is not " + type + ": " + value);
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      return List.of(where + " is none of " + schema.get("enum"));
    }
    List<String> faults = new ArrayList<>();
    if (type.equals("array")) {
      for (JsonNode item : value) {
        faults.addAll(faults(schema.get("items"), item, where + "[]"));
      }
    } else if (schema.has("properties")) {
      for (JsonNode name : schema.get("required")) {
        if (!value.has(name.asString())) {
          faults.add(where + " lacks " + name);
        }
      }
      for (Map.Entry<String, JsonNode> property : value.properties()) {
        JsonNode of = schema.get("properties").get(property.getKey());
        if (of == null) {
          faults.add(where + " has " + property.getKey());
        } else {
          faults.addAll(faults(of, property.getValue(), where + "." + property.getKey()));
        }
      }
    }
    return faults;
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode each : values) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
