package silverpoint.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library. It lies beside the history, unpacked once, since folders for temporary
 * files are often mounted {@code noexec} and collect what a program that was killed has left there;
 * they are the second choice.
 */
final class SqliteLibrary {
  private static boolean loaded;

  private SqliteLibrary() {}

  /** Loads it, unless it is; a failure may be tried again. */
  static synchronized void load(Path folder) throws SQLException {
    if (loaded) {
      return;
    }
    try {
      System.setProperty("org.sqlite.lib.name", LibraryLoaderUtil.getNativeLibName());
      System.setProperty("org.sqlite.lib.path", unpacked(folder).getParent().toString());
    } catch (IOException e) {
      System.clearProperty("org.sqlite.lib.path");
    }
    try {
      loaded = SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      throw new SQLException(
          "SQLite's library can be loaded neither from %s nor from %s; one of them must have room, be"
                  .formatted(folder, System.getProperty("java.io.tmpdir"))
              + " writable and not mounted noexec",
          e);
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
