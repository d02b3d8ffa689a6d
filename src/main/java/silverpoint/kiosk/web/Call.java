package silverpoint.kiosk.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One request that has passed the gate, as a handler sees it. */
public final class Call {
  static final int LONGEST_BODY_BYTES = 64 * 1024;

  private static final long BODY_DEADLINE_NS = TimeUnit.SECONDS.toNanos(10);

  private final Context context;
  private final Gate gate;

  Call(Context context, Gate gate) {
    this.context = context;
    this.gate = gate;
  }

  public Identity identity() {
    return gate.identity(context);
  }

  /** The body as a value; refused when it is too long, too slow or not what the route takes. */
  public <T> T body(Class<T> type) {
    return Json.read(readBody(), type);
  }

  /** Refuses a body that says anything: blank and an empty object do not. */
  public void expectNoBody() {
    byte[] body = readBody();
    if (!new String(body, StandardCharsets.UTF_8).isBlank()
        && !Json.read(body, JsonNode.class).equals(JsonNodeFactory.instance.objectNode())) {
      throw new RequestRefused(400, "this route takes no body, or {}");
    }
  }

  public String pathParameter(String name) {
    return context.pathParam(name);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  public void setHeader(String name, String value) {
    context.header(name, value);
  }

  /** The address at the other end of the connection. */
  public InetAddress peer() {
    return Gate.peer(context);
  }

  public Optional<String> cookie() {
    return gate.cookie(context);
  }

  public void setCookie(String value) {
    gate.setCookie(context, value);
  }

  public void clearCookie() {
    gate.clearCookie(context);
  }

  /** Whether whoever opened this call may still use its route. */
  public boolean isStillAdmitted(Endpoint.Access access) {
    return access.admits(gate.identify(context));
  }

  /** Begins an answer of unknown length; what is written leaves when it is flushed. */
  OutputStream stream(String contentType) throws IOException {
    context.res().setStatus(200);
    context.res().setContentType(contentType);
    context.res().setCharacterEncoding("UTF-8");
    context.res().flushBuffer();
    return context.res().getOutputStream();
  }

  private byte[] readBody() {
    long started = System.nanoTime();
    byte[] buffer = new byte[LONGEST_BODY_BYTES + 1];
    int length = 0;
    try (InputStream in = context.req().getInputStream()) {
      while (length < buffer.length) {
        int read = in.read(buffer, length, buffer.length - length);
        if (read < 0) {
          return Arrays.copyOf(buffer, length);
        }
        length += read;
        if (System.nanoTime() - started > BODY_DEADLINE_NS) {
          throw new RequestRefused(408, "the body came too slowly");
        }
      }
    } catch (IOException e) {
      throw new RequestRefused(400, "the body did not arrive");
    }
    throw new RequestRefused(413, "the body is longer than " + LONGEST_BODY_BYTES / 1024 + " KiB");
  }
}
