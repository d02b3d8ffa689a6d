package silverpoint.kiosk.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that sends exactly what a test says, which well-behaved clients refuse to do. */
record RawHttp(int port) {
  /** A peer that is not the kiosk's own screen, seen from a test that can only be on loopback. */
  static final String STRANGER = "X-Forwarded-For: 192.0.2.1";

  private static final int TIMEOUT_MS = 20_000;

  record Answer(int status, Map<String, String> headers, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(bytes);
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  Answer get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, body, with(headers, "Content-Type: application/json"));
  }

  /** These headers and one more. */
  static String[] with(String[] headers, String more) {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = more;
    return all;
  }

  /** Headers as {@code Name: value}; one named Host replaces the usual. */
  Answer send(String method, String path, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:"))) {
      head.append("Host: localhost:").append(port).append("\r\n");
    }
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Connection: close\r\n");
    if (method.equals("POST")) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    return exchange(head + "\r\n" + body);
  }

  Answer exchange(String request) {
    try (Socket socket = open()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return read(new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Socket open() throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(TIMEOUT_MS);
    return socket;
  }

  private static Answer read(InputStream in) throws IOException {
    String[] start = line(in).split(" ", 3);
    if (start.length < 2) {
      throw new IOException("the server closed the connection without an answer");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body =
        "chunked".equals(headers.get("transfer-encoding")) ? chunks(in) : in.readAllBytes();
    return new Answer(Integer.parseInt(start[1]), headers, body);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    return body.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
