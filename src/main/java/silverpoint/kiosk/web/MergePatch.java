package silverpoint.kiosk.web;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What turns one JSON object into another, as a JSON merge patch (RFC 7396). */
final class MergePatch {
  private MergePatch() {}

  /** The patch; empty when nothing differs. A value of null would be read as absent. */
  static ObjectNode between(ObjectNode before, ObjectNode after) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> property : after.properties()) {
      JsonNode old = before.get(property.getKey());
      JsonNode now = property.getValue();
      if (old instanceof ObjectNode oldObject && now instanceof ObjectNode nowObject) {
        ObjectNode inner = between(oldObject, nowObject);
        if (!inner.isEmpty()) {
          patch.set(property.getKey(), inner);
        }
      } else if (!now.equals(old)) {
        patch.set(property.getKey(), now);
      }
    }
    for (String name : before.propertyNames()) {
      if (!after.has(name)) {
        patch.putNull(name);
      }
    }
    return patch;
  }
}
