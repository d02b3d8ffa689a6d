package silverpoint.kiosk.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document of the server's endpoints. */
public final class OpenApi {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private OpenApi() {}

  public static ObjectNode document(List<Endpoint> endpoints) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Silverpoint")
        .put("version", "1")
        .put("description", "The face-sketch kiosk. Reading is GET, every change is POST.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/");
    JsonSchema schemas = new JsonSchema();
    ObjectNode paths = document.putObject("paths");
    for (Endpoint endpoint : endpoints) {
      ObjectNode path = paths.withObjectProperty(endpoint.path());
      path.set(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint, schemas));
    }
    ObjectNode components = document.putObject("components");
    schemas.of(RequestRefused.Body.class);
    schemas.named().forEach(components.withObjectProperty("schemas")::set);
    ObjectNode security = components.putObject("securitySchemes");
    security
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "silverpoint");
    security.putObject("key").put("type", "apiKey").put("in", "header").put("name", "X-Api-Key");
    return document;
  }

  private static ObjectNode operation(Endpoint endpoint, JsonSchema schemas) {
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.put("operationId", operationId(endpoint));
    operation.put("summary", endpoint.summary());
    switch (endpoint.access()) {
      case Endpoint.Access.From from -> operation.put("x-role", from.role().name());
      case Endpoint.Access.Stopping _ -> operation.put("x-role", "STOPPING");
    }
    var security = operation.putArray("security");
    security.addObject().putArray("session");
    security.addObject().putArray("key");
    Matcher parameters = PARAMETER.matcher(endpoint.path());
    while (parameters.find()) {
      operation
          .withArrayProperty("parameters")
          .addObject()
          .put("name", parameters.group(1))
          .put("in", "path")
          .put("required", true)
          .putObject("schema")
          .put("type", "string");
    }
    endpoint
        .request()
        .ifPresent(type ->
            operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json")
                .set("schema", schemas.of(type)));
    ObjectNode responses = operation.putObject("responses");
    ObjectNode good = responses.putObject("200").put("description", "as asked");
    switch (endpoint.response()) {
      case Endpoint.Response.Json json ->
          content(good, "application/json", schemas.of(json.type()));
      case Endpoint.Response.Document document ->
          content(good, document.contentType(), JsonNodeFactory.instance.objectNode());
      case Endpoint.Response.Events events ->
          content(good, "text/event-stream", schemas.of(events.type()));
    }
    content(
        responses.putObject("default").put("description", "refused, and why"),
        RequestRefused.PROBLEM,
        schemas.of(RequestRefused.Body.class));
    return operation;
  }

  private static void content(ObjectNode response, String type, ObjectNode schema) {
    response.putObject("content").putObject(type).set("schema", schema);
  }

  private static String operationId(Endpoint endpoint) {
    return endpoint.method().name().toLowerCase(Locale.ROOT)
        + endpoint.path().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
  }
}
