package silverpoint.kiosk.camera;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.foundation.image.RgbImage;

/**
 * A USB webcam at a V4L2 device, read by the FFmpeg program that comes with JavaCV. The camera's
 * own JPEG pictures are taken as they are; a camera that only gives raw pictures has them encoded.
 */
public final class Webcam implements Camera {
  /** What helps when a webcam cannot be told of the light. */
  public static final String INSTALL_CONTROLS =
      "v4l2-ctl is not installed ('sudo apt-get install v4l-utils')";

  private static final Logger LOG = LoggerFactory.getLogger(Webcam.class);
  private static final String NOT_SET = "is told nothing of the light in camera.yaml";
  private static final String CURE = "pull its plug and put it back, or try another cable";

  private final VideoDevices devices;
  private final String wanted;
  private final PictureSize size;
  private final CameraLight light;
  private final SearchPath programs;
  private final Supplier<String> program;

  /** The path of the FFmpeg program that comes with JavaCV, with its libraries beside it. */
  public static String ffmpeg() {
    String brought = System.getProperty("silverpoint.ffmpeg");
    return brought == null ? Loader.load(ffmpeg.class) : brought;
  }

  /**
   * @param wanted a device file, or empty for the first webcam found
   * @param programs where v4l2-ctl is, which tells the camera of the light
   * @param program the path of FFmpeg, or of what stands in for it
   */
  Webcam(
      VideoDevices devices,
      String wanted,
      PictureSize size,
      CameraLight light,
      SearchPath programs,
      Supplier<String> program) {
    this.devices = devices;
    this.wanted = wanted;
    this.size = size;
    this.light = light;
    this.programs = programs;
    this.program = program;
  }

  @Override
  public String name() {
    return wanted.isEmpty() ? "webcam" : "webcam " + wanted;
  }

  @Override
  public String cure() {
    return CURE;
  }

  @Override
  public CameraStream open() {
    VideoDevices.Device device = devices.choose(wanted);
    String name = "webcam " + device.label();
    if (!light.isAutomatic()) {
      programs
          .find("v4l2-ctl")
          .ifPresentOrElse(
              control -> new WebcamControls(control).set(name, device.file(), light),
              () -> LOG.warn("{} {}: {}", name, NOT_SET, INSTALL_CONTROLS));
    }
    return new Attempts(name, commands(program.get(), device));
  }

  private List<List<String>> commands(String program, VideoDevices.Device device) {
    List<List<String>> commands = new ArrayList<>();
    commands.add(command(program, device, List.of("-input_format", "mjpeg"), true, "copy"));
    commands.add(command(program, device, List.of(), true, "mjpeg"));
    commands.add(command(program, device, List.of(), false, "mjpeg"));
    return commands;
  }

  private List<String> command(
      String program,
      VideoDevices.Device device,
      List<String> format,
      boolean sized,
      String codec) {
    List<String> command =
        new ArrayList<>(List.of(program, "-hide_banner", "-loglevel", "error", "-nostdin"));
    command.addAll(List.of("-fflags", "nobuffer", "-f", "v4l2"));
    command.addAll(format);
    if (sized) {
      command.addAll(
          List.of(
              "-framerate",
              Integer.toString(size.framesPerS()),
              "-video_size",
              size.widthPx() + "x" + size.heightPx()));
    }
    command.addAll(List.of("-i", device.file().toString(), "-an", "-c:v", codec));
    if (codec.equals("mjpeg")) {
      command.addAll(List.of("-pix_fmt", "yuvj420p", "-q:v", "3"));
    }
    command.addAll(List.of("-f", "mjpeg", "-flush_packets", "1", "pipe:1"));
    return command;
  }

  private static String advice(String reason) {
    if (reason.contains("busy")) {
      return "another program uses it; close that one";
    }
    if (reason.contains("Permission")) {
      return "no permission: " + VideoDevices.JOIN_GROUP;
    }
    return "it stopped: " + reason + "; when it does not come back, " + CURE;
  }

  /** The stream of the first command that gives a picture. */
  private static final class Attempts implements CameraStream {
    private final String name;
    private final Iterator<List<String>> commands;
    private ProcessStream current;
    private boolean closed;
    private boolean settled;

    Attempts(String name, List<List<String>> commands) {
      this.name = name;
      this.commands = commands.iterator();
      current = ProcessStream.start(name, this.commands.next(), Webcam::advice);
    }

    @Override
    public RgbImage read() {
      while (true) {
        ProcessStream stream = current();
        try {
          RgbImage image = stream.read();
          settled = true;
          return image;
        } catch (CameraException e) {
          if (settled || !tryNext()) {
            throw e;
          }
        }
      }
    }

    private synchronized ProcessStream current() {
      return current;
    }

    /** Starts the next command in place of the one that gave nothing; false when there is none. */
    private synchronized boolean tryNext() {
      current.close();
      if (closed || !commands.hasNext()) {
        return false;
      }
      current = ProcessStream.start(name, commands.next(), Webcam::advice);
      return true;
    }

    /** Kills whatever runs, also while a picture is waited for. */
    @Override
    public synchronized void close() {
      closed = true;
      current.close();
    }
  }
}
