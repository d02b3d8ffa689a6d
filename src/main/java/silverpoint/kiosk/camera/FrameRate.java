package silverpoint.kiosk.camera;

import java.util.ArrayDeque;

/** How many frames a second arrive, over the last of them. */
final class FrameRate {
  private static final int FRAMES = 60;

  private final ArrayDeque<Long> arrivalsNs = new ArrayDeque<>();

  void arrived(long nowNs) {
    arrivalsNs.addLast(nowNs);
    if (arrivalsNs.size() > FRAMES) {
      arrivalsNs.removeFirst();
    }
  }

  void restart() {
    arrivalsNs.clear();
  }

  /** Zero before the second frame. */
  double framesPerS() {
    if (arrivalsNs.size() < 2) {
      return 0;
    }
    long spanNs = arrivalsNs.getLast() - arrivalsNs.getFirst();
    return spanNs <= 0 ? 0 : (arrivalsNs.size() - 1) * 1e9 / spanNs;
  }
}
