package silverpoint.picture.stroke;

/**
 * Least squares with a penalty on third differences: minimises the weighted squared distance to the
 * data plus lambda times the squared third differences, by a Cholesky factorisation of the banded
 * normal equations.
 */
final class Whittaker {
  private static final double[] THIRD = {-1, 3, -3, 1};
  private static final int BAND = 3;

  private Whittaker() {}

  /** Two sequences smoothed with the same weights. */
  static double[][] smooth(double[] x, double[] y, double[] weight, double lambda) {
    int n = x.length;
    double[][] band = normalEquations(weight, lambda);
    // row i of the lower factor holds the entries at columns i - 3 to i
    for (int i = 0; i < n; i++) {
      for (int j = Math.max(0, i - BAND); j <= i; j++) {
        double sum = band[i][j - i + BAND];
        for (int k = Math.max(0, i - BAND); k < j; k++) {
          if (k >= j - BAND) {
            sum -= band[i][k - i + BAND] * band[j][k - j + BAND];
          }
        }
        band[i][j - i + BAND] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / band[j][BAND];
      }
    }
    return new double[][] {solve(band, weight, x), solve(band, weight, y)};
  }

  private static double[][] normalEquations(double[] weight, double lambda) {
    int n = weight.length;
    double[][] band = new double[n][BAND + 1];
    for (int i = 0; i < n; i++) {
      band[i][BAND] = weight[i];
    }
    for (int first = 0; first + BAND < n; first++) {
      for (int a = 0; a <= BAND; a++) {
        for (int b = 0; b <= a; b++) {
          band[first + a][b - a + BAND] += lambda * THIRD[a] * THIRD[b];
        }
      }
    }
    return band;
  }

  private static double[] solve(double[][] lower, double[] weight, double[] data) {
    int n = data.length;
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = weight[i] * data[i];
      for (int k = Math.max(0, i - BAND); k < i; k++) {
        sum -= lower[i][k - i + BAND] * z[k];
      }
      z[i] = sum / lower[i][BAND];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = z[i];
      for (int k = i + 1; k <= Math.min(n - 1, i + BAND); k++) {
        sum -= lower[k][i - k + BAND] * z[k];
      }
      z[i] = sum / lower[i][BAND];
    }
    return z;
  }
}
