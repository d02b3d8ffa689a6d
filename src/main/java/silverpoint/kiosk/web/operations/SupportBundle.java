package silverpoint.kiosk.web.operations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import silverpoint.kiosk.web.Endpoint;

/**
 * What an engineer far away needs to help: state, health, meters and settings as texts in one ZIP
 * file. No pictures, no lines, no PINs, keys or logins; texts are named one by one, never by
 * folder.
 */
public final class SupportBundle {
  private final Map<String, Supplier<byte[]>> texts = new LinkedHashMap<>();

  public SupportBundle with(String name, Supplier<byte[]> text) {
    texts.put(name, text);
    return this;
  }

  public Endpoint.Content zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, Supplier<byte[]>> text : texts.entrySet()) {
        zip.putNextEntry(new ZipEntry(text.getKey()));
        zip.write(text.getValue().get());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return new Endpoint.Content(
        200, "application/zip", bytes.toByteArray(), Optional.of("silverpoint-support.zip"));
  }
}
