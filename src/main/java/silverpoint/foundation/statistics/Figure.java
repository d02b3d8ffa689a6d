package silverpoint.foundation.statistics;

/** What a distribution is summed up to. */
public enum Figure {
  MEAN {
    @Override
    double of(Distribution samples) {
      return samples.mean();
    }
  },
  P50 {
    @Override
    double of(Distribution samples) {
      return samples.at(0.5);
    }
  },
  P90 {
    @Override
    double of(Distribution samples) {
      return samples.at(0.9);
    }
  },
  P95 {
    @Override
    double of(Distribution samples) {
      return samples.at(0.95);
    }
  },
  P99 {
    @Override
    double of(Distribution samples) {
      return samples.at(0.99);
    }
  };

  abstract double of(Distribution samples);
}
