package silverpoint.kiosk.web;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import silverpoint.kiosk.booth.WireName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema (2020-12) of the records that the API speaks: every component is required, an
 * Optional one may be null, and nothing else is allowed.
 */
final class JsonSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, ObjectNode> named = new LinkedHashMap<>();

  /** A reference to the schema of a type, or the schema itself when it is a simple one. */
  ObjectNode of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    if (type == Double.class
        || type == Long.class
        || type == Integer.class
        || type == Boolean.class) {
      return of(MethodType.methodType((Class<?>) type).unwrap().returnType());
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return simple("string");
    }
    if (plain == boolean.class) {
      return simple("boolean");
    }
    if (plain == int.class || plain == long.class || plain == OptionalLong.class) {
      return plain == OptionalLong.class ? orNull(simple("integer")) : simple("integer");
    }
    if (plain == double.class || plain == OptionalDouble.class) {
      return plain == OptionalDouble.class ? orNull(simple("number")) : simple("number");
    }
    if (plain.isEnum()) {
      ArrayNode values = NODES.arrayNode();
      Arrays.stream(plain.getEnumConstants()).forEach(value -> values.add(value.toString()));
      return (ObjectNode) simple("string").set("enum", values);
    }
    if (JsonNode.class.isAssignableFrom(plain)) {
      return simple("object");
    }
    if (plain.isRecord()) {
      return ofRecord(plain);
    }
    throw new IllegalArgumentException("the API has no schema for " + plain);
  }

  /** The schemas of all records met so far, by name. */
  Map<String, ObjectNode> named() {
    return named;
  }

  private ObjectNode ofGeneric(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == List.class) {
      return (ObjectNode) simple("array").set("items", of(type.getActualTypeArguments()[0]));
    }
    if (raw == Map.class) {
      return (ObjectNode)
          simple("object").set("additionalProperties", of(type.getActualTypeArguments()[1]));
    }
    if (raw == Optional.class) {
      return orNull(of(type.getActualTypeArguments()[0]));
    }
    throw new IllegalArgumentException("the API has no schema for " + type);
  }

  private ObjectNode ofRecord(Class<?> type) {
    String name = WireName.Of.kind(type);
    if (!named.containsKey(name)) {
      ObjectNode schema = simple("object");
      named.put(name, schema);
      ObjectNode properties = schema.putObject("properties");
      ArrayNode required = schema.putArray("required");
      for (RecordComponent component : type.getRecordComponents()) {
        properties.set(component.getName(), of(component.getGenericType()));
        required.add(component.getName());
      }
      schema.put("additionalProperties", false);
    }
    return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  private static ObjectNode simple(String type) {
    return NODES.objectNode().put("type", type);
  }

  private static ObjectNode orNull(ObjectNode schema) {
    ObjectNode either = NODES.objectNode();
    either.putArray("anyOf").add(schema).add(simple("null"));
    return either;
  }
}
