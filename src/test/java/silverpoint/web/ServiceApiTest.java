package silverpoint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import silverpoint.access.Role;

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
    byte[] file = http.get("/api/v1/support-bundle", kiosk.logIn(Role.ENGINEER)).bytes();
    Set<String> names = new TreeSet<>();
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        all.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(names)
        .containsExactly("health.json", "metrics.txt", "status.json", "system.json", "web.json");
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
    assertThat(described)
        .contains("silverpoint_drawing_progress", "silverpoint_fault", "jvm_memory_used_bytes");
  }
}
