package silverpoint.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.Within;
import silverpoint.foundation.inference.Device;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.app.Places;
import silverpoint.kiosk.camera.Camera;
import silverpoint.kiosk.camera.CameraSettings;
import silverpoint.kiosk.camera.Cameras;
import silverpoint.kiosk.camera.VideoDevices;
import silverpoint.kiosk.config.CameraConfig;
import silverpoint.kiosk.subject.LookBenchmark;
import silverpoint.kiosk.subject.SubjectSettings;
import silverpoint.picture.face.LiveFaceFinder;

/** What cameras there are, what is wrong with them, and how fast the kiosk looks. */
@Command(
    name = "camera",
    description =
        "Lists the cameras of this computer and what is wrong with them; with --frames, looks at"
            + " frames as the kiosk does and measures it. Keeps no picture.",
    mixinStandardHelpOptions = true)
final class CameraCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private PlacesOptions places = new PlacesOptions();

  @Option(
      names = "--camera",
      paramLabel = "SOURCE",
      description = Cameras.CHOICES + " (default: that of camera.yaml).")
  private @Nullable String source;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Look at N frames; a video file is read as fast as it goes.")
  @Within(least = 1, most = 1_000_000)
  private @Nullable Integer frames;

  @Override
  public Integer call() {
    CameraSettings settings = CameraConfig.load(places.places().configs());
    CameraSettings chosen = source == null ? settings : settings.withSource(source);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (frames == null) {
      list(chosen, out);
    } else {
      measure(chosen, frames, out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static void list(CameraSettings chosen, PrintWriter out) {
    List<VideoDevices.Device> webcams = VideoDevices.ofThisComputer().list();
    out.println(
        "the kiosk uses: "
            + chosen.source()
            + (chosen.isAuto() ? ", which is " + Cameras.attached(chosen).source() : ""));
    out.println("  demo: always there");
    out.println(
        "  pi: "
            + Cameras.piProgram()
                .map(program -> program + " is there")
                .orElse("rpicam-vid is not installed (only on a Raspberry Pi)"));
    if (webcams.isEmpty()) {
      out.println("  webcam: none is plugged in");
    }
    for (VideoDevices.Device webcam : webcams) {
      out.println(
          "  webcam:"
              + webcam.file()
              + " ("
              + webcam.label()
              + ")"
              + (webcam.readable() ? "" : ": no permission; " + VideoDevices.JOIN_GROUP));
    }
  }

  private static void measure(CameraSettings chosen, int count, PrintWriter out) {
    Camera camera = Cameras.unpaced(chosen, System::nanoTime);
    try (NeuralModels models =
        NeuralModels.open(Places.models(), new InferenceSettings(Device.CPU, 1))) {
      LookBenchmark.Result result =
          new LookBenchmark(
                  new LiveFaceFinder(models.model("face-detector-short")),
                  SubjectSettings.defaults())
              .run(camera, count);
      out.printf(
          Locale.ROOT,
          "%s, %d x %d px, %d frames: %.1f frames/s%n",
          camera.name(),
          result.widthPx(),
          result.heightPx(),
          count,
          result.framesPerS());
      result
          .cpuMsPerFrame()
          .forEach((stage, ms) -> out.printf(Locale.ROOT, "  %-8s %6.2f ms of CPU%n", stage, ms));
      out.printf(
          Locale.ROOT,
          "  together %6.2f ms: %.0f frames/s on one core%n",
          result.cpuMs(),
          1000 / result.cpuMs());
      out.println("  people followed: " + result.people() + "; hints: " + result.hints());
      if (result.lyingQuarters() > 0) {
        out.println("  " + chosen.upright(result.lyingQuarters()));
      }
    }
  }
}
