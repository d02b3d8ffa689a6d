package silverpoint.kiosk.web;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/**
 * What a kiosk's camera sees: a wall, or a guest before it, who comes and goes as a test wants. The
 * picture's file is the kiosk's camera, which looks at it anew every eight seconds.
 */
final class StagedHall {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int MARKED_ROW = 460;
  private static final double ZOOM = 1.5;

  /** Where the guest's face is in the portrait, px, and where it stands in the picture, px. */
  private static final int FACE_X = 228;

  private static final int FACE_Y = 130;
  private static final int EYE_LEVEL_Y = 205;

  private final Path camera;
  private final BufferedImage wall = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final BufferedImage guest = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

  /**
   * @param folder for the camera's picture
   * @param row of RGB samples by which the guest's pictures are known; empty for no such row
   */
  StagedHall(Path folder, byte[] row) throws IOException {
    this.camera = Files.createDirectories(folder).resolve("camera.png");
    for (int y = 0; y < HEIGHT; y++) {
      int grey = 120 + 60 * (HEIGHT - y) / HEIGHT;
      for (int x = 0; x < WIDTH; x++) {
        wall.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    Graphics2D graphics = guest.createGraphics();
    graphics.drawImage(wall, 0, 0, null);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.translate(WIDTH / 2 - ZOOM * FACE_X, EYE_LEVEL_Y - ZOOM * FACE_Y);
    graphics.scale(ZOOM, ZOOM);
    graphics.drawImage(
        ImageIO.read(new File("src/main/resources/silverpoint/demo/eileen-collins.png")),
        0,
        0,
        null);
    graphics.dispose();
    for (int x = 0; 3 * x < row.length; x++) {
      int rgb = (row[3 * x] & 0xff) << 16 | (row[3 * x + 1] & 0xff) << 8 | row[3 * x + 2] & 0xff;
      guest.setRGB(x, MARKED_ROW, rgb);
    }
    show(wall);
  }

  /** Samples of a row of its pictures. */
  static int rowBytes() {
    return 3 * WIDTH;
  }

  /** For the kiosk's option {@code --camera}. */
  String camera() {
    return camera.toString();
  }

  void guestComes() throws IOException {
    show(guest);
  }

  void guestLeaves() throws IOException {
    show(wall);
  }

  /** The file is one picture or the other at any moment. */
  private void show(BufferedImage picture) throws IOException {
    Path next = camera.resolveSibling("next");
    ImageIO.write(picture, "png", next.toFile());
    Files.move(next, camera, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
