package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.kiosk.access.Role;

/** What machines and engineers read of a running booth. */
class ServiceApiTest {
  private final StagedKiosk kiosk = new StagedKiosk(true, 0);
  private final RawHttp http = kiosk.http;

  @AfterEach
  void stop() {
    kiosk.close();
  }

  @Test
  void supportBundleHoldsNoFacesAndNoSecrets() throws IOException {
    String[] engineer = kiosk.logIn(Role.ENGINEER);
    List<String> secrets =
        List.of(
            kiosk.key(Role.OPERATOR),
            engineer[0].substring(engineer[0].indexOf('=') + 1),
            engineer[1].substring(engineer[1].indexOf(' ') + 1));
    Logger log = LoggerFactory.getLogger("silverpoint.test");
    log.info("the camera came back");
    secrets.forEach(secret -> log.info("a careless library says {}", secret));
    byte[] file = http.get("/api/v1/support-bundle", engineer).bytes();
    Set<String> names = new TreeSet<>();
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        all.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(names)
        .containsExactly(
            "day.json",
            "doctor.json",
            "health.json",
            "log.txt",
            "maintenance.json",
            "metrics.txt",
            "runs.json",
            "status.json",
            "system.json",
            "versions.json",
            "web.json");
    assertThat(all.toString()).contains("the camera came back", "c0ffee123456");
    for (String secret : secrets) {
      assertThat(all.toString()).doesNotContain(secret);
    }
    assertThat(all.toString()).doesNotContain("JFIF", "PNG", "salt");
    StagedKiosk.PINS.values().forEach(pin -> assertThat(all.toString()).doesNotContain(pin));
    assertThat(http.get("/api/v1/support-bundle", kiosk.logIn(Role.OPERATOR)).status())
        .isEqualTo(403);
  }

  @Test
  void metersAreDescribed() {
    String text = http.get("/metrics").text();
    Set<String> described = new TreeSet<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# HELP ")) {
        String[] parts = line.split(" ", 4);
        assertThat(parts).as(line).hasSize(4);
        assertThat(parts[3]).as(line).isNotBlank();
        described.add(parts[2]);
      } else if (line.startsWith("# TYPE ")) {
        assertThat(described).contains(line.split(" ")[2]);
      }
    }
    for (String model : List.of("face-detector-short", "face-mesh", "edge-portrait")) {
      assertThat(text).contains("silverpoint_model_runs_total{model=\"" + model + "\"}");
    }
    assertThat(text)
        .contains("silverpoint_model_latency_seconds{model=\"face-mesh\",percentile=\"50\"} NaN");
    assertThat(described)
        .contains("silverpoint_drawing_progress", "silverpoint_fault", "jvm_memory_used_bytes");
  }

  @Test
  void aBoothThatIsStuckIsNeitherAliveNorReadyAndAStopIsAnsweredAllTheSame()
      throws InterruptedException {
    assertThat(http.get("/healthz").status()).isEqualTo(200);
    String[] viewer = kiosk.logIn(Role.VIEWER);
    try (StuckLoop _ = new StuckLoop(kiosk.booth)) {
      RawHttp.Answer stop = http.post("/api/v1/commands/emergency-stop", "{}", viewer);
      assertThat(stop.status()).isEqualTo(503);
      assertThat(stop.json().get("reason").asString()).isEqualTo("SILENT");
      StagedKiosk.await(() -> http.get("/healthz").status() == 503);
      assertThat(http.get("/healthz").json().get("reason").asString())
          .contains("the booth's loop has done nothing for");
      RawHttp.Answer ready = http.get("/readyz");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.json().get("faults").get(0).asString()).isEqualTo("PROGRAM");
    }
    StagedKiosk.await(() -> http.get("/healthz").status() == 200);
  }
}
