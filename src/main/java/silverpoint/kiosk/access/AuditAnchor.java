package silverpoint.kiosk.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an audit log cannot be trusted with itself: the key of its marks, which file it is at and
 * the mark of the last line. Whoever reads it can write the log anew.
 */
final class AuditAnchor {
  static final String START = "0".repeat(64);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Path path;
  private final SecretFile file;
  private byte[] key = new byte[KEY_BYTES];
  private int fileNumber;
  private String last = START;

  AuditAnchor(Path path) {
    this.path = path;
    this.file = new SecretFile(path);
    new SecureRandom().nextBytes(key);
  }

  /** Takes over what another program of this kiosk has noted since. */
  void refresh() {
    file.news()
        .ifPresent(values -> {
          if (values.isEmpty() && !Files.exists(path)) {
            fileNumber = 0;
            last = START;
            return;
          }
          try {
            byte[] read = HexFormat.of().parseHex(values.getOrDefault("key", ""));
            if (read.length != KEY_BYTES) {
              throw new IllegalArgumentException("the key has " + read.length + " bytes");
            }
            fileNumber = Integer.parseInt(values.getOrDefault("file", ""));
            last = values.getOrDefault("last", "");
            key = read;
          } catch (IllegalArgumentException e) {
            throw new SecretFileException(
                path + " is damaged; put it and the audit logs beside it away", e);
          }
        });
  }

  /** Which file of the log is written, from 1; 0 before the first. */
  int fileNumber() {
    return fileNumber;
  }

  String last() {
    return last;
  }

  void moveTo(int number, String mark) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("key", HexFormat.of().formatHex(key));
    values.put("file", String.valueOf(number));
    values.put("last", mark);
    file.write(values);
    fileNumber = number;
    last = mark;
  }

  /** The mark of a line that follows one with the mark {@code before}. */
  String mark(String before, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] mark = mac.doFinal((before + text).getBytes(StandardCharsets.ISO_8859_1));
      return HexFormat.of().formatHex(mark);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
