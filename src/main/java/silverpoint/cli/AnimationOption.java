package silverpoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import silverpoint.cli.terminal.CannotWrite;
import silverpoint.cli.terminal.CommandFailure;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.UsageWords;
import silverpoint.foundation.image.ImageException;
import silverpoint.machine.simulator.Simulation;
import silverpoint.picture.stroke.Page;
import silverpoint.sketch.preview.ToyAnimation;

/** How the simulated toy draws, as a moving picture. */
final class AnimationOption {
  private static final int FRAMES = 100;

  private static final class GifOrMp4 implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
      if (!ends(name, ".gif") && !ends(name, ".mp4")) {
        throw new TypeConversionException("'" + name + "' must end in .gif or .mp4");
      }
      return UsageWords.path(name);
    }
  }

  @Option(
      names = "--animation",
      paramLabel = "FILE",
      converter = GifOrMp4.class,
      description = "Also write how the simulated toy draws, in a time lapse: .gif or .mp4.")
  private @Nullable Path file;

  /** Refuses, before the work, a file whose folder is not there. */
  void requireFolder() {
    CannotWrite.requireFolder(file);
  }

  /** Writes the animation where one is wanted. */
  void write(Page page, Simulation simulation) {
    if (file != null) {
      ToyAnimation animation = new ToyAnimation(page, simulation.piecesMm(FRAMES));
      try {
        if (ends(file.toString(), ".mp4")) {
          animation.mp4(file);
        } else {
          Files.write(file, animation.gif());
        }
      } catch (IOException e) {
        throw CannotWrite.failure(file, e);
      } catch (ImageException e) {
        throw new CommandFailure(ExitCode.CANNOT_WRITE, String.valueOf(e.getMessage()));
      }
    }
  }

  private static boolean ends(String name, String suffix) {
    return name.toLowerCase(Locale.ROOT).endsWith(suffix);
  }
}
