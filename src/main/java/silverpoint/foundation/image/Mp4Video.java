package silverpoint.foundation.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/** A video file that browsers and phones play: H.264 in MP4, without sound. */
public final class Mp4Video implements AutoCloseable {
  private static final int FRAMES_PER_S = 25;
  private static final String ENCODER = "libopenh264";
  private static final int BITS_PER_S = 3_000_000;

  private final Path file;
  private final BufferedImage picture;
  private final FFmpegFrameRecorder recorder;

  /** A video of pictures of that size; an odd row or column at the end is left out. */
  public Mp4Video(Path file, int width, int height) {
    this.file = file;
    picture = new BufferedImage(width & ~1, height & ~1, BufferedImage.TYPE_3BYTE_BGR);
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    recorder = new FFmpegFrameRecorder(file.toFile(), picture.getWidth(), picture.getHeight());
    recorder.setFormat("mp4");
    recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
    recorder.setVideoCodecName(ENCODER);
    recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
    recorder.setVideoBitrate(BITS_PER_S);
    recorder.setFrameRate(FRAMES_PER_S);
    // plays while it is still being fetched
    recorder.setOption("movflags", "faststart");
    try {
      recorder.start();
    } catch (FrameRecorder.Exception e) {
      throw failed(e);
    }
  }

  /**
   * @param shownMs until the next picture
   */
  public void add(BufferedImage image, int shownMs) {
    Graphics2D graphics = picture.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    try (Frame frame = new Frame(picture.getWidth(), picture.getHeight(), Frame.DEPTH_UBYTE, 3)) {
      ByteBuffer to = (ByteBuffer) frame.image[0];
      for (int y = 0; y < picture.getHeight(); y++) {
        to.put(y * frame.imageStride, pixels, y * picture.getWidth() * 3, picture.getWidth() * 3);
      }
      for (int i = Math.max(1, Math.round(shownMs * FRAMES_PER_S / 1000f)); i > 0; i--) {
        recorder.record(frame, avutil.AV_PIX_FMT_BGR24);
      }
    } catch (FrameRecorder.Exception e) {
      throw failed(e);
    }
  }

  /** Completes the file. */
  @Override
  public void close() {
    try {
      recorder.close();
    } catch (FrameRecorder.Exception e) {
      throw failed(e);
    }
  }

  private ImageException failed(FrameRecorder.Exception e) {
    return new ImageException(file + " cannot be written: " + e.getMessage(), e);
  }
}
