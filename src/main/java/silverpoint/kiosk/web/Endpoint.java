package silverpoint.kiosk.web;

import java.util.Optional;
import silverpoint.kiosk.access.Role;

/**
 * One route of the server: what it needs, what it takes and gives, and what it does. The OpenAPI
 * document is made from these.
 *
 * @param path absolute; a part in braces is a parameter
 * @param access who may use it
 * @param summary a sentence for the document
 * @param request the JSON body's type, when it takes one
 * @param response what it answers with
 */
public record Endpoint(
    Method method,
    String path,
    Access access,
    String summary,
    Optional<Class<?>> request,
    Response response,
    Handler handler) {

  /** Reading changes nothing; only POST does. */
  public enum Method {
    GET,
    POST
  }

  /** Who may use an endpoint. */
  public sealed interface Access {
    boolean admits(Identity identity);

    /** A role or one above it. */
    record From(Role role) implements Access {
      @Override
      public boolean admits(Identity identity) {
        return identity.role().includes(role);
      }
    }

    /** Whoever may press the emergency stop. */
    record Stopping() implements Access {
      @Override
      public boolean admits(Identity identity) {
        return identity.mayStop();
      }
    }
  }

  /** What an endpoint answers with. */
  public sealed interface Response {
    /** A record as JSON. */
    record Json(Class<?> type) implements Response {}

    /** A document of another media type, or nothing for the moment. */
    record Document(String contentType) implements Response {}

    /** Server-sent events whose data are JSON of this type. */
    record Events(Class<?> type) implements Response {}
  }

  /** Answers a call by a value for JSON, by {@link Content}, or by writing to the call itself. */
  @FunctionalInterface
  public interface Handler {
    Object handle(Call call) throws Exception;
  }

  /** The bytes of an answer that is not JSON. */
  public record Content(int status, String contentType, byte[] bytes, Optional<String> fileName) {
    public Content(String contentType, byte[] bytes) {
      this(200, contentType, bytes, Optional.empty());
    }
  }

  /** An answer that the handler has written itself, or that has no body. */
  public enum Done {
    WRITTEN,
    NO_CONTENT
  }

  public static Endpoint get(
      String path, Role role, String summary, Class<?> response, Handler handler) {
    return new Endpoint(
        Method.GET,
        path,
        new Access.From(role),
        summary,
        Optional.empty(),
        new Response.Json(response),
        handler);
  }

  public static Endpoint document(
      String path, Role role, String summary, String contentType, Handler handler) {
    return new Endpoint(
        Method.GET,
        path,
        new Access.From(role),
        summary,
        Optional.empty(),
        new Response.Document(contentType),
        handler);
  }

  public static Endpoint events(
      String path, Role role, String summary, Class<?> data, Handler handler) {
    return new Endpoint(
        Method.GET,
        path,
        new Access.From(role),
        summary,
        Optional.empty(),
        new Response.Events(data),
        handler);
  }

  public static Endpoint post(
      String path, Access access, String summary, Class<?> response, Handler handler) {
    return new Endpoint(
        Method.POST, path, access, summary, Optional.empty(), new Response.Json(response), handler);
  }

  /** The same endpoint, with a JSON body. */
  public Endpoint taking(Class<?> body) {
    return new Endpoint(method, path, access, summary, Optional.of(body), response, handler);
  }
}
