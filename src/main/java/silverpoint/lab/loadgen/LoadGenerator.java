package silverpoint.lab.loadgen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Puts a responder under the load of a scenario. A worker takes the next query, waits for its
 * scheduled arrival and answers it; one that comes late has its wait counted, so that a slow answer
 * is not hidden by the queries it kept from being sent (coordinated omission).
 */
public final class LoadGenerator {
  private static final int MAX_QUERIES = 10_000_000;

  private final LoadClock clock;
  private final long seed;
  private final BooleanSupplier stop;

  /**
   * @param seed of the arrivals; same seed, same arrivals
   * @param stop asked between queries; true ends the load early
   */
  public LoadGenerator(LoadClock clock, long seed, BooleanSupplier stop) {
    this.clock = clock;
    this.seed = seed;
    this.stop = stop;
  }

  public LoadLog run(Scenario scenario, Limits limits, Responder responder) {
    return switch (scenario) {
      case Scenario.SingleStream single -> closedLoop(scenario, limits, responder);
      case Scenario.MultiStream multi -> closedLoop(scenario, limits, responder);
      case Scenario.Server server ->
          open(scenario, server.workers(), limits, responder, poisson(server, limits));
      case Scenario.Offline offline -> {
        // arrivals at zero; as many as the limits ask for are only known on the way
        yield open(scenario, offline.workers(), limits, responder, new long[0]);
      }
    };
  }

  private LoadLog closedLoop(Scenario scenario, Limits limits, Responder responder) {
    long[] latenciesNs = new long[1024];
    int queries = 0;
    long startNs = clock.nowNs();
    long nowNs = startNs;
    while (!limits.reached(queries, nowNs - startNs) && !stop.getAsBoolean()) {
      if (queries == latenciesNs.length) {
        latenciesNs = Arrays.copyOf(latenciesNs, 2 * queries);
      }
      long sentNs = clock.nowNs();
      responder.answer(queries);
      nowNs = clock.nowNs();
      latenciesNs[queries++] = nowNs - sentNs;
    }
    return log(scenario, Arrays.copyOf(latenciesNs, queries), nowNs - startNs, limits);
  }

  /** Exponential gaps between arrivals, as many as the limits ask for. */
  private long[] poisson(Scenario.Server server, Limits limits) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] arrivalsNs = new long[1024];
    int queries = 0;
    double timeNs = 0;
    while (!limits.reached(queries, (long) timeNs) && queries < MAX_QUERIES) {
      if (queries == arrivalsNs.length) {
        arrivalsNs = Arrays.copyOf(arrivalsNs, 2 * queries);
      }
      timeNs += -Math.log1p(-random.nextDouble()) * 1e9 / server.queriesPerS();
      arrivalsNs[queries++] = (long) timeNs;
    }
    return Arrays.copyOf(arrivalsNs, queries);
  }

  /**
   * @param arrivalsNs scheduled arrivals from the start; beyond the last, everything is there at
   *     the start, until the limits are reached
   */
  private LoadLog open(
      Scenario scenario, int workers, Limits limits, Responder responder, long[] arrivalsNs) {
    boolean endless = arrivalsNs.length == 0;
    AtomicInteger next = new AtomicInteger();
    long startNs = clock.nowNs();
    List<List<long[]>> answered = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
    for (int worker = 0; worker < workers; worker++) {
      List<long[]> mine = new ArrayList<>();
      answered.add(mine);
      Runnable work =
          () -> {
            while (!stop.getAsBoolean()) {
              int query = next.getAndIncrement();
              long sinceStartNs = clock.nowNs() - startNs;
              boolean over =
                  endless
                      ? limits.reached(query, sinceStartNs)
                      : query >= arrivalsNs.length || sinceStartNs >= limits.maxTimeNs();
              if (over) {
                return;
              }
              long arrivalNs = startNs + (endless ? 0 : arrivalsNs[query]);
              clock.waitUntilNs(arrivalNs);
              responder.answer(query);
              mine.add(new long[] {query, clock.nowNs() - arrivalNs});
            }
          };
      if (workers == 1) {
        work.run();
      } else {
        threads.add(
            Thread.ofPlatform()
                .name("load-" + worker)
                .start(() -> {
                  try {
                    work.run();
                  } catch (RuntimeException e) {
                    failures.add(e);
                  }
                }));
      }
    }
    for (Thread thread : threads) {
      join(thread);
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
    long timeNs = clock.nowNs() - startNs;
    long[] latenciesNs =
        answered.stream()
            .flatMap(List::stream)
            .sorted((a, b) -> Long.compare(a[0], b[0]))
            .mapToLong(entry -> entry[1])
            .toArray();
    return log(scenario, latenciesNs, timeNs, limits);
  }

  private static LoadLog log(Scenario scenario, long[] latenciesNs, long timeNs, Limits limits) {
    boolean complete = latenciesNs.length >= limits.minQueries() && timeNs >= limits.minTimeNs();
    return new LoadLog(scenario, latenciesNs, timeNs, complete);
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
