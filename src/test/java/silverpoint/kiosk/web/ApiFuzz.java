package silverpoint.kiosk.web;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import silverpoint.kiosk.access.Role;
import tools.jackson.databind.JsonNode;

/**
 * Sends nonsense to every route of a running booth as every role: wrong JSON, wrong types, long
 * bodies, tricks with paths, methods and headers. Repeatable by its seed.
 */
final class ApiFuzz {
  /** In every request; an answer that holds it quotes what it was sent. */
  private static final String MARK = "xyzzy";

  /** Routes that take any body: nobody who presses the stop is asked for a well-formed one. */
  private static final List<String> LENIENT =
      List.of("/api/v1/commands/emergency-stop", "/api/login");

  private static final List<String> LEAKS =
      List.of(MARK, "Exception", "tools.jackson", "org.eclipse", "silverpoint.", "<", "/tmp");

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "X");

  private static final List<String> TRICKS =
      List.of(
          "/..",
          "//",
          ";a=" + MARK,
          "%00",
          "/%2e%2e/" + MARK,
          "?a=<script>" + MARK,
          "/" + MARK,
          "%",
          "%zz",
          "\\..\\",
          "#" + MARK,
          "%0d%0aX: " + MARK,
          "/..%2f..%2fetc/passwd");

  private static final List<String> HEADERS =
      List.of(
          "Origin: https://" + MARK + ".example",
          "Host: " + MARK + ".example",
          "Content-Type: text/" + MARK,
          "X-Api-Key: " + MARK,
          "Cookie: silverpoint=" + MARK,
          "X-Long: " + MARK.repeat(3_000),
          "X-Forwarded-For: 192.0.2.1",
          "Authorization: Bearer " + MARK,
          "Accept: " + MARK);

  private final StagedKiosk kiosk;
  private final Random random;
  private final List<String> paths = new ArrayList<>();
  private final List<String> methods = new ArrayList<>();
  private final List<String[]> logins = new ArrayList<>();

  /** How often each status was answered. */
  final Map<Integer, Integer> statuses = new TreeMap<>();

  /** Answers that should not have been. */
  final List<String> offences = new ArrayList<>();

  ApiFuzz(StagedKiosk kiosk, long seed) {
    this.kiosk = kiosk;
    this.random = new Random(seed);
    logins.add(new String[0]);
    for (Role role : List.of(Role.VIEWER, Role.OPERATOR, Role.ENGINEER, Role.ADMIN)) {
      logins.add(kiosk.logIn(role));
    }
    JsonNode document = kiosk.http.get("/api/v1/openapi.json").json();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (String method : path.getValue().propertyNames()) {
        paths.add(path.getKey());
        methods.add(method.toUpperCase(Locale.ROOT));
      }
    }
  }

  void run(int requests) {
    for (int i = 0; i < requests; i++) {
      send(i % paths.size());
    }
  }

  private void send(int route) {
    String own = methods.get(route);
    boolean otherMethod = random.nextInt(6) == 0;
    boolean trick = random.nextInt(6) == 0;
    String method = otherMethod ? any(METHODS) : own;
    String path =
        paths.get(route).replaceAll("\\{\\w+}", any(List.of("1", "-1", "9".repeat(30), MARK)));
    String target = path + (trick ? any(TRICKS) : "");
    String body = body();
    String[] headers = logins.get(random.nextInt(logins.size()));
    for (int i = random.nextInt(2) * random.nextInt(3); i > 0; i--) {
      headers = RawHttp.with(headers, any(HEADERS));
    }
    RawHttp.Answer answer;
    try {
      answer =
          method.equals("POST")
              ? kiosk.http.post(target, body, headers)
              : kiosk.http.send(method, target, "", headers);
    } catch (UncheckedIOException e) {
      offences.add("no answer to " + method + " " + target + " " + shortened(body));
      return;
    }
    statuses.merge(answer.status(), 1, Integer::sum);
    boolean good = answer.status() < 400;
    boolean mayBeGood = method.equals("GET") || (method.equals("POST") && LENIENT.contains(path));
    if (answer.status() >= 500 && answer.status() != 503 || good && !mayBeGood) {
      offences.add(answer.status() + " to " + method + " " + target + " " + shortened(body));
    }
    if (!good) {
      LEAKS.stream()
          .filter(answer.text()::contains)
          .forEach(leak -> offences.add(method + " " + target + " tells " + leak));
    }
  }

  /** Never what a route takes, whichever it is. */
  private String body() {
    return switch (random.nextInt(14)) {
      case 0 -> "null";
      case 1 -> "[]";
      case 2 -> "{";
      case 3 -> "\"" + MARK + "\"";
      case 4 -> "{\"" + MARK + "\":1}";
      case 5 -> "[".repeat(5_000);
      case 6 -> "{\"pin\":".repeat(300);
      case 7 -> "{\"style\":\"" + MARK.repeat(12_000) + "\"}";
      case 8 -> MARK.repeat(14_000);
      case 9 -> "{\"xMm\":1e999,\"yMm\":\"NaN\",\"session\":" + "9".repeat(50) + "}";
      case 10 -> "{\"command\":{\"a\":[" + random.nextLong() + "]},\"pin\":[],\"role\":7}";
      case 11 -> "{\"maxDrawTimeS\":null,\"camera\":null,\"keepLineArt\":\"yes\"}";
      case 12 -> "\u0000\u0001\u0002" + MARK;
      default -> "{}{}";
    };
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String shortened(String body) {
    return body.length() > 60 ? body.substring(0, 60) + "..." : body;
  }

  /** For a long run: {@code java ... silverpoint.kiosk.web.ApiFuzz 20000}. */
  public static void main(String[] arguments) {
    try (StagedKiosk kiosk = new StagedKiosk(true, 0)) {
      ApiFuzz fuzz = new ApiFuzz(kiosk, 1);
      fuzz.run(Integer.parseInt(arguments[0]));
      System.out.println(
          arguments[0]
              + " requests to "
              + fuzz.paths.size()
              + " routes, answers by status: "
              + fuzz.statuses);
      fuzz.offences.stream().distinct().limit(20).forEach(System.out::println);
      System.exit(fuzz.offences.isEmpty() ? 0 : 1);
    }
  }
}
