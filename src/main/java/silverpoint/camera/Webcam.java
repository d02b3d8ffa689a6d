package silverpoint.camera;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import silverpoint.image.RgbImage;

/**
 * A USB webcam at a V4L2 device, read by the FFmpeg program that comes with JavaCV. The camera's
 * own JPEG pictures are taken as they are; a camera that only gives raw pictures has them encoded.
 */
public final class Webcam implements Camera {
  private final VideoDevices devices;
  private final String wanted;
  private final PictureSize size;

  /**
   * @param wanted a device file, or empty for the first webcam found
   */
  public Webcam(VideoDevices devices, String wanted, PictureSize size) {
    this.devices = devices;
    this.wanted = wanted;
    this.size = size;
  }

  @Override
  public String name() {
    return wanted.isEmpty() ? "webcam" : "webcam " + wanted;
  }

  @Override
  public CameraStream open() {
    VideoDevices.Device device = devices.choose(wanted);
    String name = "webcam " + device.label();
    String program = Loader.load(ffmpeg.class);
    String reason = "";
    for (List<String> command : commands(program, device)) {
      ProcessStream stream = ProcessStream.start(name, command);
      try {
        return new Opened(stream, stream.read());
      } catch (CameraException e) {
        reason = stream.lastWords();
        stream.close();
      }
    }
    throw new CameraException(name + ": " + cure(reason));
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

  private static String cure(String reason) {
    if (reason.contains("busy")) {
      return "another program uses it; close that one";
    }
    if (reason.contains("Permission")) {
      return "no permission: " + VideoDevices.JOIN_GROUP;
    }
    return "it does not start: " + reason;
  }

  /** The first picture has been read to see whether the command works. */
  private static final class Opened implements CameraStream {
    private final ProcessStream stream;
    private java.util.Optional<RgbImage> first;

    Opened(ProcessStream stream, RgbImage first) {
      this.stream = stream;
      this.first = java.util.Optional.of(first);
    }

    @Override
    public RgbImage read() {
      if (first.isPresent()) {
        RgbImage image = first.get();
        first = java.util.Optional.empty();
        return image;
      }
      return stream.read();
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
