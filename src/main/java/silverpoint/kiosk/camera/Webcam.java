package silverpoint.kiosk.camera;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import silverpoint.foundation.image.RgbImage;

/**
 * A USB webcam at a V4L2 device, read by the FFmpeg program that comes with JavaCV. The camera's
 * own JPEG pictures are taken as they are; a camera that only gives raw pictures has them encoded.
 */
public final class Webcam implements Camera {
  private static final String CURE = "pull its plug and put it back, or try another cable";

  private final VideoDevices devices;
  private final String wanted;
  private final PictureSize size;
  private final Supplier<String> program;

  /**
   * @param wanted a device file, or empty for the first webcam found
   */
  public Webcam(VideoDevices devices, String wanted, PictureSize size) {
    this(devices, wanted, size, Webcam::ffmpeg);
  }

  /** The path of the FFmpeg program that comes with JavaCV, with its libraries beside it. */
  public static String ffmpeg() {
    String brought = System.getProperty("silverpoint.ffmpeg");
    return brought == null ? Loader.load(ffmpeg.class) : brought;
  }

  /**
   * @param program the path of FFmpeg, or of what stands in for it
   */
  Webcam(VideoDevices devices, String wanted, PictureSize size, Supplier<String> program) {
    this.devices = devices;
    this.program = program;
    this.wanted = wanted;
    this.size = size;
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
    return new Attempts("webcam " + device.label(), commands(program.get(), device));
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
