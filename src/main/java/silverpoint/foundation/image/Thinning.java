package silverpoint.foundation.image;

/**
 * Thins a mask to a skeleton one pixel wide with the same connectivity: the parallel algorithm of
 * Guo and Hall (1989), which keeps diagonal lines and leaves few spurs.
 */
public final class Thinning {
  private Thinning() {}

  public static Mask thin(Mask mask) {
    int width = mask.width();
    int height = mask.height();
    boolean[] set = mask.toArray();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int phase = 0; phase < 2; phase++) {
        boolean[] next = set.clone();
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            if (set[y * width + x] && isRemovable(set, width, height, x, y, phase)) {
              next[y * width + x] = false;
              changed = true;
            }
          }
        }
        set = next;
      }
    }
    return new Mask(width, height, set);
  }

  private static boolean isRemovable(
      boolean[] set, int width, int height, int x, int y, int phase) {
    boolean n = at(set, width, height, x, y - 1);
    boolean ne = at(set, width, height, x + 1, y - 1);
    boolean e = at(set, width, height, x + 1, y);
    boolean se = at(set, width, height, x + 1, y + 1);
    boolean s = at(set, width, height, x, y + 1);
    boolean sw = at(set, width, height, x - 1, y + 1);
    boolean w = at(set, width, height, x - 1, y);
    boolean nw = at(set, width, height, x - 1, y - 1);
    int branches =
        bit(!n && (ne || e)) + bit(!e && (se || s)) + bit(!s && (sw || w)) + bit(!w && (nw || n));
    int pairsA = bit(nw || n) + bit(ne || e) + bit(se || s) + bit(sw || w);
    int pairsB = bit(n || ne) + bit(e || se) + bit(s || sw) + bit(w || nw);
    int neighbours = Math.min(pairsA, pairsB);
    boolean keepsEdge = phase == 0 ? (n || ne || !se) && e : (s || sw || !nw) && w;
    return branches == 1 && neighbours >= 2 && neighbours <= 3 && !keepsEdge;
  }

  private static boolean at(boolean[] set, int width, int height, int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && set[y * width + x];
  }

  private static int bit(boolean value) {
    return value ? 1 : 0;
  }
}
