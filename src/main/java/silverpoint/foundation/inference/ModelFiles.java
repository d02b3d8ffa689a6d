package silverpoint.foundation.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of model files: their sha256, and the check against a card. */
public final class ModelFiles {
  private ModelFiles() {}

  /** The sha256 as 64 lower-case hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Throws {@link ModelException} unless the file is there and has that sha256. */
  static void verify(Path file, String sha256) {
    if (!Files.isRegularFile(file)) {
      throw new ModelException(file + " is missing");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ModelException(file + " cannot be read: " + e.getMessage(), e);
    }
    String found = sha256(bytes);
    if (!found.equals(sha256)) {
      throw new ModelException(
          file
              + " is damaged or not the one its card describes (sha256 "
              + found
              + ", the card says "
              + sha256
              + ")");
    }
  }
}
