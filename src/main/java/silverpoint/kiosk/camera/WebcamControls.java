package silverpoint.kiosk.camera;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a webcam of the light, by the program v4l2-ctl. What the driver does not have is said and
 * passed over; a value beyond what the camera can do becomes the nearest that it can. Names are
 * those of the kernel, also of one before 6.
 *
 * @param program v4l2-ctl where it is installed
 */
record WebcamControls(Path program) {
  private static final Logger LOG = LoggerFactory.getLogger(WebcamControls.class);
  private static final Pattern CONTROL =
      Pattern.compile("^ *(\\w+) 0x[0-9a-f]+ \\(\\w+\\) *:(?: min=(-?\\d+) max=(-?\\d+))?.*$");

  /** A driver that does not answer is asked no longer; the process is killed. */
  private static final long PATIENCE_S = 5;

  private static final int MANUAL_EXPOSURE = 1;
  private static final int MAINS_50_HZ = 1;
  private static final int MAINS_60_HZ = 2;

  /** What a control takes. */
  private record Range(long least, long most) {}

  private static final Range SWITCH = new Range(0, 1);

  /** Sets what the light asks for; a camera that refuses gives its pictures all the same. */
  void set(String name, Path device, CameraLight light) {
    Map<String, Range> controls = controls(device);
    List<String> settings = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    if (light.mainsHz() > 0) {
      wish(
              "mainsHz",
              List.of("power_line_frequency"),
              light.mainsHz() == 50 ? MAINS_50_HZ : MAINS_60_HZ)
          .into(controls, settings, missing);
    }
    if (light.exposureMs() > 0) {
      wish("exposureMs", List.of("auto_exposure", "exposure_auto"), MANUAL_EXPOSURE)
          .into(controls, settings, missing);
      wish(
              "exposureMs",
              List.of("exposure_time_absolute", "exposure_absolute"),
              Math.round(10 * light.exposureMs()))
          .into(controls, settings, missing);
    }
    if (light.gain() > 0) {
      wish("gain", List.of("gain"), Math.round(light.gain())).into(controls, settings, missing);
    }
    if (light.whiteBalanceK() > 0) {
      wish("whiteBalanceK", List.of("white_balance_automatic", "white_balance_temperature_auto"), 0)
          .into(controls, settings, missing);
      wish("whiteBalanceK", List.of("white_balance_temperature"), light.whiteBalanceK())
          .into(controls, settings, missing);
    }
    if (!missing.isEmpty()) {
      LOG.warn("{} has nothing to set for {}", name, String.join(", ", missing));
    }
    // one after the other: a time of exposure is refused while it is automatic
    settings.forEach(
        setting -> said(List.of("--device", device.toString(), "--set-ctrl", setting)));
  }

  private static Wish wish(String what, List<String> names, long value) {
    return new Wish(what, names, value);
  }

  /** A value for whichever of the controls there is. */
  private record Wish(String what, List<String> names, long value) {
    void into(Map<String, Range> controls, List<String> settings, List<String> missing) {
      names.stream()
          .flatMap(name ->
              Optional.ofNullable(controls.get(name))
                  .map(range -> name + "=" + Math.clamp(value, range.least(), range.most()))
                  .stream())
          .findFirst()
          .ifPresentOrElse(
              settings::add,
              () -> {
                if (!missing.contains(what)) {
                  missing.add(what);
                }
              });
    }
  }

  private Map<String, Range> controls(Path device) {
    Map<String, Range> controls = new HashMap<>();
    said(List.of("--device", device.toString(), "--list-ctrls"))
        .lines()
        .map(CONTROL::matcher)
        .filter(Matcher::matches)
        .forEach(control ->
            controls.put(
                control.group(1),
                control.group(2) == null
                    ? SWITCH
                    : new Range(
                        Long.parseLong(control.group(2)), Long.parseLong(control.group(3)))));
    return controls;
  }

  private String said(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try {
        process
            .onExit()
            .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
            .exceptionally(_ -> {
              process.destroyForcibly();
              return process;
            });
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      LOG.warn("{} does not run: {}", program, e.getMessage());
      return "";
    }
  }
}
