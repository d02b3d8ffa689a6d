package silverpoint.kiosk.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library. It lies beside the history, unpacked once, since folders for temporary
 * files are often mounted {@code noexec} and collect what a program that was killed has left there;
 * they are the second choice. Where a package has brought it, it is loaded from there.
 */
public final class SqliteLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);

  private static final String PATH = "org.sqlite.lib.path";
  private static final boolean INSTALLED = System.getProperty(PATH) != null;

  private static boolean loaded;

  /** Whatever is unpacked for temporary files stays there until the program ends. */
  private static boolean temporaryTried;

  private SqliteLibrary() {}

  /**
   * Why it cannot be loaded; empty when it is.
   *
   * @param folder of the history
   */
  public static Optional<String> problem(Path folder) {
    try {
      load(folder);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Loads it, unless it is; a failure may be tried again. */
  static synchronized void load(Path folder) throws SQLException {
    if (loaded) {
      return;
    }
    try {
      if (INSTALLED || isLoadedFrom(folder) || !temporaryTried) {
        temporaryTried = true;
        loaded = SQLiteJDBCLoader.initialize();
      }
    } catch (Exception e) {
      LOG.debug("SQLite's library was not loaded", e);
    }
    if (!loaded) {
      throw new SQLException(
          "SQLite's library can be loaded neither from %s nor from %s; one of them must have room, be"
                  .formatted(folder, System.getProperty("java.io.tmpdir"))
              + " writable and not mounted noexec");
    }
  }

  private static boolean isLoadedFrom(Path folder) {
    try {
      Path library = unpacked(folder);
      System.load(library.toString());
      System.setProperty(PATH, library.resolveSibling(".").normalize().toString());
      return true;
    } catch (IOException | UnsatisfiedLinkError e) {
      LOG.debug("SQLite's library was not loaded from {}", folder, e);
      return false;
    }
  }

  private static Path unpacked(Path folder) throws IOException {
    Path library = folder.toAbsolutePath().resolve(LibraryLoaderUtil.getNativeLibName());
    byte[] packed = packed();
    if (!Files.isRegularFile(library) || !Arrays.equals(Files.readAllBytes(library), packed)) {
      Path part = library.resolveSibling(library.getFileName() + ".part");
      Files.write(part, packed);
      Files.move(part, library, StandardCopyOption.REPLACE_EXISTING);
    }
    return library;
  }

  private static byte[] packed() throws IOException {
    String resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("there is no library of SQLite for this computer");
      }
      return in.readAllBytes();
    }
  }
}
