package silverpoint.kiosk.subject;

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.Camera;
import silverpoint.kiosk.camera.CameraStream;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.LiveFaceFinder;
import silverpoint.sketch.Frame;

/**
 * Measures what looking costs: every stage of the kiosk's loop, one after the other, frame by
 * frame.
 */
public final class LookBenchmark {
  private static final int WARM_UP_FRAMES = 30;
  private static final long FRAME_NS = 33_333_333;

  private final LiveFaceFinder finder;
  private final SubjectSettings settings;
  private final Map<String, Long> cpuNs = new LinkedHashMap<>();

  public LookBenchmark(LiveFaceFinder finder, SubjectSettings settings) {
    this.finder = finder;
    this.settings = settings;
  }

  /**
   * What was measured.
   *
   * @param framesPerS by the wall clock, waiting for the camera included
   * @param cpuMsPerFrame CPU time of this thread by stage
   * @param people how many different faces were followed
   * @param hints how often each was given
   * @param lyingQuarters by how many quarters, clockwise, people lie; 0 when they stand
   */
  public record Result(
      int widthPx,
      int heightPx,
      double framesPerS,
      Map<String, Double> cpuMsPerFrame,
      int people,
      Map<Hint, Integer> hints,
      int lyingQuarters) {
    /** CPU time of all stages, ms a frame. */
    public double cpuMs() {
      return cpuMsPerFrame.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** Looks at so many frames, after some to warm up. */
  public Result run(Camera camera, int frames) {
    Map<Hint, Integer> hints = new EnumMap<>(Hint.class);
    Set<Integer> people = new HashSet<>();
    SubjectSight sight = SubjectSight.NOTHING;
    LyingFaces lying = new LyingFaces(finder, settings);
    RgbImage image = new RgbImage(1, 1, new byte[3]);
    long beganNs = System.nanoTime();
    try (CameraStream stream = camera.open()) {
      for (int i = -WARM_UP_FRAMES; i < frames; i++) {
        if (i == 0) {
          cpuNs.clear();
          beganNs = System.nanoTime();
        }
        image = timed("picture", stream::read);
        Frame frame = new Frame(image, 1, (i + WARM_UP_FRAMES) * FRAME_NS);
        int number = i + WARM_UP_FRAMES;
        SubjectSight before = sight;
        List<Face> faces =
            timed("faces", () -> finder.find(frame.image(), before.tracks(), number));
        SubjectSight after = timed("tracking", () -> before.after(frame, faces, settings));
        Observation observation = timed("quality", () -> after.observe(frame, settings, 0));
        timed("mirror", () -> MirrorPicture.jpeg(frame.image()));
        lying.look(frame, after.tracks());
        sight = after;
        hints.merge(observation.hint(), 1, Integer::sum);
        observation.tracks().forEach(track -> people.add(track.id()));
      }
    }
    double seconds = (System.nanoTime() - beganNs) * 1e-9;
    Map<String, Double> cpuMs = new LinkedHashMap<>();
    cpuNs.forEach((stage, ns) -> cpuMs.put(stage, ns * 1e-6 / frames));
    return new Result(
        image.width(),
        image.height(),
        frames / seconds,
        cpuMs,
        people.size(),
        hints,
        lying.quarters());
  }

  private <T> T timed(String stage, Supplier<T> work) {
    long beganNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    T result = work.get();
    cpuNs.merge(
        stage, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - beganNs, Long::sum);
    return result;
  }
}
