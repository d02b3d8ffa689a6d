package silverpoint.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.config.WebConfig;
import silverpoint.kiosk.web.WebSettings;

/** A kiosk that is started while another one ends, on a clock that takes 3 s for every look. */
class HandoverTest {
  private static final WebSettings WEB = WebConfig.load(Path.of("kiosk-config"));

  @TempDir Path folder;

  private final AtomicLong nowNs = new AtomicLong();
  private final List<String> said = new ArrayList<>();

  private Handover handover(Consumer<String> notices) {
    return new Handover(
        () -> nowNs.addAndGet(3_000_000_000L),
        () -> false,
        line -> {
          said.add(line);
          notices.accept(line);
        });
  }

  @Test
  void aKioskThatEndsHandsItsHistoryOver() {
    Path history = folder.resolve("history.db");
    StateLock first = StateLock.take(history, "", handover(_ -> {}));
    assertThat(said).isEmpty();
    try (StateLock second = StateLock.take(history, "", handover(_ -> first.close()))) {
      assertThat(said)
          .containsExactly("another program has " + history + "; waiting up to 20 s for it to end");
      assertThat(second).isNotNull();
    }
  }

  @Test
  void aKioskThatRunsOnKeepsItsHistory() {
    Path history = folder.resolve("history.db");
    try (StateLock first = StateLock.take(history, "", handover(_ -> {}))) {
      assertThatThrownBy(() -> StateLock.take(history, "", handover(_ -> {})))
          .isInstanceOf(InUseException.class)
          .hasMessageContaining("another kiosk is running with it");
      assertThat(said).hasSize(1);
      assertThat(first).isNotNull();
    }
  }

  @Test
  void nobodyWaitsOnWhoWasToldToEnd() {
    Path history = folder.resolve("history.db");
    AtomicLong stopped = new AtomicLong();
    Handover handover = new Handover(stopped::get, () -> true, said::add);
    try (StateLock first = StateLock.take(history, "", handover)) {
      assertThatThrownBy(() -> StateLock.take(history, "", handover))
          .isInstanceOf(InUseException.class);
      assertThat(first).isNotNull();
    }
  }

  @Test
  void aKioskThatEndsHandsItsPortOver() throws IOException {
    try (ServerSocket taken = listen()) {
      WebSettings settings = WEB.at(taken.getLocalPort());
      assertThatCode(() -> Ports.await(settings, handover(_ -> close(taken))))
          .doesNotThrowAnyException();
      assertThat(said).hasSize(1).first().asString().contains("port " + settings.loopbackPort());
    }
  }

  @Test
  void aPortThatSomebodyKeepsIsRefusedWithACure() throws IOException {
    try (ServerSocket taken = listen()) {
      WebSettings settings = WEB.at(taken.getLocalPort());
      assertThatThrownBy(() -> Ports.await(settings, handover(_ -> {})))
          .isInstanceOf(InUseException.class)
          .hasMessageContaining("--port");
    }
    assertThatCode(() -> Ports.await(WEB.at(0), handover(_ -> {}))).doesNotThrowAnyException();
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
