package silverpoint.route;

/**
 * What the links of a {@link Tour} cost. Chain c has the ends 2c, where its path starts, and 2c +
 * 1; after those of all chains come {@link #home}, where the tour starts, and {@link #free}, where
 * it ends: free of charge anywhere.
 */
interface TourCosts {
  int home();

  int free();

  /** The ends that are cheapest to reach from an end, the cheapest first. */
  int[] nearest(int end);

  /** What reaching each of {@link #nearest} costs. */
  double[] nearestCosts(int end);

  /** What going on from one end at the other costs; the same both ways. */
  double cost(int a, int b);
}
