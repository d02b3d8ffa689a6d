package silverpoint.cli.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files that cannot be written, in words. */
public final class CannotWrite {
  private CannotWrite() {}

  public static CommandFailure failure(Path file, IOException cause) {
    CommandFailure failure =
        new CommandFailure(
            ExitCode.CANNOT_WRITE, file + ": cannot be written: " + why(file, cause));
    failure.initCause(cause);
    return failure;
  }

  /** Refuses a file whose folder is not there, before the work. */
  public static void requireFolder(@Nullable Path file) {
    if (file != null && !Files.isDirectory(folder(file))) {
      throw failure(file, new NoSuchFileException(file.toString()));
    }
  }

  private static String why(Path file, IOException cause) {
    return switch (cause) {
      case AccessDeniedException denied -> "you may not write there";
      case FileAlreadyExistsException taken -> taken.getFile() + " is a file";
      case NoSuchFileException missing -> "there is no folder " + folder(file);
      case FileSystemException system when system.getReason() != null -> system.getReason();
      case FileSystemException system -> "the folder above it does not take files";
      default -> String.valueOf(cause.getMessage());
    };
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of(".") : folder;
  }
}
