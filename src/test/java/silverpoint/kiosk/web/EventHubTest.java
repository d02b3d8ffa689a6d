package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pages are kept informed, and none of them can hold up another or the booth. */
class EventHubTest {
  private final TestKiosk kiosk = TestKiosk.inTemporaryFolder();

  @AfterEach
  void stop() {
    kiosk.close();
  }

  /** A page that follows the events and puts the state together from them. */
  private final class Page implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private ObjectNode state = JsonMapper.shared().createObjectNode();

    Page(String... headers) throws IOException {
      socket = kiosk.http.open();
      StringBuilder request =
          new StringBuilder("GET /api/v1/test/events HTTP/1.1\r\nHost: localhost\r\n");
      for (String header : headers) {
        request.append(header).append("\r\n");
      }
      socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads one event and returns its name; "end" after the last chunk of the answer. */
    String next() throws IOException {
      String name = "";
      for (String line = in.readLine(); line != null && !line.equals("0"); line = in.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          apply(name, JsonMapper.shared().readTree(line.substring("data: ".length())));
          return name;
        }
      }
      return "end";
    }

    void readUntil(int count) throws IOException {
      while (!state.has("count") || state.get("count").asInt() < count) {
        assertThat(next()).isNotEqualTo("end");
      }
    }

    private void apply(String name, JsonNode data) {
      if (name.equals("snapshot")) {
        state = (ObjectNode) data;
      } else if (name.equals("delta")) {
        for (Map.Entry<String, JsonNode> property : data.properties()) {
          state.set(property.getKey(), property.getValue());
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private void change() {
    kiosk.count.incrementAndGet();
    kiosk.hub.changed();
  }

  @Test
  void wholeStateFirstThenWhatChanges() throws Exception {
    try (Page page = new Page("Accept: text/event-stream")) {
      assertThat(page.next()).isEqualTo("snapshot");
      change();
      assertThat(page.next()).isEqualTo("delta");
      assertThat(page.state.get("count").asInt()).isEqualTo(1);
      assertThat(page.state.get("text").asString()).hasSize(2000);
    }
  }

  @Test
  void nothingIsSentWhenNothingChanged() throws Exception {
    try (Page page = new Page("Accept: text/event-stream")) {
      page.next();
      kiosk.hub.changed();
      Thread.sleep(60);
      change();
      assertThat(page.next()).isEqualTo("delta");
      assertThat(page.state.get("count").asInt()).isEqualTo(1);
    }
  }

  @Test
  void pageThatAsksForSomethingElseIsToldSo() {
    assertThat(kiosk.http.get("/api/v1/test/events").status()).isEqualTo(406);
  }

  @Test
  void changesWhileOnePageStallsReachTheOthers() throws Exception {
    List<Page> pages = new ArrayList<>();
    try (Page stalled = new Page("Accept: text/event-stream")) {
      stalled.next();
      for (int i = 0; i < 10; i++) {
        pages.add(new Page("Accept: text/event-stream"));
      }
      for (int i = 1; i <= 20; i++) {
        change();
        for (Page page : pages) {
          page.readUntil(i);
        }
      }
      assertThat(kiosk.hub.clients()).as("T12").isEqualTo(11);
    } finally {
      for (Page page : pages) {
        page.close();
      }
    }
  }

  @Test
  void pageThatMissedSomethingGetsTheWholeState() throws Exception {
    EventStream stream = new EventStream();
    for (int i = 1; i <= 20; i++) {
      stream.offer(new EventStream.Event("delta", i, new byte[0]));
    }
    List<String> sent = new ArrayList<>();
    Thread page =
        Thread.ofVirtual()
            .start(() -> {
              try {
                stream.run(
                    new OutputStream() {
                      @Override
                      public void write(int b) {}

                      @Override
                      public void write(byte[] bytes) {
                        sent.add(
                            new String(bytes, StandardCharsets.UTF_8)
                                .lines()
                                .findFirst()
                                .orElse(""));
                        if (sent.size() == 2) {
                          stream.close();
                        }
                      }
                    },
                    () -> new EventStream.Event("snapshot", 20, new byte[0]),
                    () -> true);
              } catch (IOException | InterruptedException e) {
                sent.add(e.toString());
              }
            });
    assertThat(page.join(Duration.ofSeconds(10))).isTrue();
    assertThat(sent).containsExactly("event: snapshot", "event: snapshot");
  }

  @Test
  void nobodyIsToldAnOldStateWhileTheBoothIsSilent() throws Exception {
    try (Page page = new Page("Accept: text/event-stream")) {
      assertThat(page.next()).isEqualTo("snapshot");
      kiosk.silence.set(Optional.of("the booth's loop does not run"));
      change();
      assertThat(page.next()).isEqualTo("end");
      RawHttp.Answer refused = kiosk.http.get("/api/v1/test/events", "Accept: text/event-stream");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.json().get("reason").asString()).contains("does not run");
    }
    kiosk.silence.set(Optional.empty());
    try (Page page = new Page("Accept: text/event-stream")) {
      page.readUntil(1);
    }
  }

  @Test
  void aStateThatCannotBeReadEndsNothing() throws Exception {
    try (Page page = new Page("Accept: text/event-stream")) {
      assertThat(page.next()).isEqualTo("snapshot");
      kiosk.failures.set(3);
      change();
      page.readUntil(1);
      assertThat(kiosk.failures).hasValue(0);
    }
  }

  @Test
  void patchTurnsOneStateIntoTheOther() {
    ObjectNode before = tree("{'a':1,'b':{'c':2,'d':[1]},'e':5,'f':{'g':1}}");
    ObjectNode after = tree("{'a':1,'b':{'c':3,'d':[1,2]},'f':{'g':1},'h':'x'}");
    assertThat(MergePatch.between(before, after))
        .isEqualTo(tree("{'b':{'c':3,'d':[1,2]},'h':'x','e':null}"));
    assertThat(MergePatch.between(after, after)).isEmpty();
  }

  private static ObjectNode tree(String json) {
    return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
  }
}
