package silverpoint.kiosk.camera;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import silverpoint.foundation.image.RgbImage;

/** A camera that does what its script says: one entry each time it is opened, then as the last. */
final class ScriptedCamera implements Camera {
  static final RgbImage PICTURE = new RgbImage(160, 120, new byte[3 * 160 * 120]);

  /** What happens when it is opened. */
  enum Act {
    /** Pictures as fast as they are taken. */
    WORK,
    REFUSE,
    /** One picture, then the read throws. */
    VANISH,
    /** One picture, then the read blocks until it is closed. */
    STALL,
    /** One picture, then the read blocks for ever, whatever is closed. */
    HANG,
    /** The opening itself blocks for ever. */
    HANG_OPENING,
    /** The read throws what nobody expects. */
    BREAK,
    /** One picture, then the read finds no memory. */
    RUN_OUT_OF_MEMORY,
    /** One picture, then the read blocks until it is closed; the closing throws. */
    BREAK_CLOSING
  }

  private final Deque<Act> script;
  private final CountDownLatch never = new CountDownLatch(1);

  ScriptedCamera(Act... script) {
    this.script = new ArrayDeque<>(List.of(script));
  }

  @Override
  public String name() {
    return "scripted camera";
  }

  @Override
  public String cure() {
    return "change its script";
  }

  @Override
  public synchronized CameraStream open() {
    Act act = script.size() > 1 ? script.removeFirst() : script.getFirst();
    if (act == Act.REFUSE) {
      throw new CameraException("scripted camera: refused; ask again");
    }
    return new Stream(act);
  }

  /** Lets threads that hang go, at the end of a test. */
  void release() {
    never.countDown();
  }

  private void hang() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Stream implements CameraStream {
    private final Act act;
    private final CountDownLatch closed = new CountDownLatch(1);
    private int reads;

    Stream(Act act) {
      this.act = act;
      if (act == Act.HANG_OPENING) {
        hang();
      }
    }

    @Override
    public RgbImage read() {
      if (reads++ == 0 || act == Act.WORK) {
        Thread.yield();
        return PICTURE;
      }
      switch (act) {
        case HANG -> hang();
        case STALL, BREAK_CLOSING -> {
          try {
            closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
        case BREAK -> throw new IllegalStateException("broken");
        case RUN_OUT_OF_MEMORY -> throw new OutOfMemoryError("planted");
        default -> throw new CameraException("scripted camera: it is gone; plug it in");
      }
      throw new CameraException("scripted camera: closed");
    }

    @Override
    public void close() {
      closed.countDown();
      if (act == Act.BREAK_CLOSING) {
        throw new IllegalStateException("it does not close");
      }
    }
  }
}
