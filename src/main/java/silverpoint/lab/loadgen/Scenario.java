package silverpoint.lab.loadgen;

/** How queries arrive. */
public sealed interface Scenario {
  /** The name in reports and on the command line. */
  String label();

  /** Pictures in one query. */
  default int samplesPerQuery() {
    return 1;
  }

  /** Threads that answer. */
  default int workers() {
    return 1;
  }

  /** The next query comes when the last one is answered; judged by p90. */
  record SingleStream() implements Scenario {
    @Override
    public String label() {
      return "single-stream";
    }
  }

  /**
   * As single stream, with several pictures a query, as from several cameras; judged by p99.
   *
   * @param samplesPerQuery pictures in one query
   */
  record MultiStream(int samplesPerQuery) implements Scenario {
    public MultiStream {
      if (samplesPerQuery < 1) {
        throw new IllegalArgumentException("at least one sample a query: " + samplesPerQuery);
      }
    }

    @Override
    public String label() {
      return "multi-stream";
    }
  }

  /**
   * Queries arrive at random, independent of each other and of the answers (a Poisson process);
   * judged by the p99 latency against a bound.
   *
   * @param queriesPerS mean rate
   * @param boundNs latency that 99 of 100 queries must keep
   * @param workers threads that answer
   */
  record Server(double queriesPerS, long boundNs, int workers) implements Scenario {
    public Server {
      if (!(queriesPerS > 0) || boundNs < 1 || workers < 1) {
        throw new IllegalArgumentException(
            "bad server load: %s queries/s, bound %d ns, %d workers"
                .formatted(queriesPerS, boundNs, workers));
      }
    }

    @Override
    public String label() {
      return "server";
    }
  }

  /**
   * All pictures are there at the start; judged by pictures per second.
   *
   * @param workers threads that answer
   */
  record Offline(int workers) implements Scenario {
    public Offline {
      if (workers < 1) {
        throw new IllegalArgumentException("at least one worker: " + workers);
      }
    }

    @Override
    public String label() {
      return "offline";
    }
  }
}
