package silverpoint.lab.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.statistics.Bootstrap;
import silverpoint.foundation.statistics.Distribution;
import silverpoint.foundation.statistics.Figure;
import silverpoint.foundation.statistics.Interval;
import silverpoint.lab.loadgen.Limits;
import silverpoint.lab.loadgen.LoadClock;
import silverpoint.lab.loadgen.LoadGenerator;
import silverpoint.lab.loadgen.LoadLog;
import silverpoint.lab.loadgen.Scenario;
import silverpoint.lab.loadgen.Validity;
import silverpoint.lab.loadgen.WarmUp;

/**
 * Puts candidates under load with real pictures.
 *
 * @param clock time
 * @param generator of the load
 * @param limits of each load
 * @param maxWarmUpNs longest time to wait for stable answers
 * @param seed of the intervals
 */
public record SpeedTest(
    LoadClock clock, LoadGenerator generator, Limits limits, long maxWarmUpNs, long seed) {
  private static final Map<String, Double> QUANTILES =
      new LinkedHashMap<>(Map.of("p50", 0.50, "p90", 0.90, "p95", 0.95, "p99", 0.99));

  /** Answers until they come at an even pace. */
  public WarmUp warmUp(Candidate candidate, List<RgbImage> pictures) {
    return WarmUp.run(
        clock,
        maxWarmUpNs,
        query ->
            candidate.answer(pictures.get(query % pictures.size()), new StageClock(clock::nowNs)));
  }

  /** One scenario; query i asks for the next pictures in the corpus's order. */
  public Results.LoadResult run(
      Candidate candidate, List<RgbImage> pictures, Scenario scenario, WarmUp warmUp) {
    Map<String, ConcurrentLinkedQueue<Long>> stages = new ConcurrentHashMap<>();
    int perQuery = scenario.samplesPerQuery();
    LoadLog log =
        generator.run(
            scenario,
            limits,
            query -> {
              for (int sample = 0; sample < perQuery; sample++) {
                StageClock stageClock = new StageClock(clock::nowNs);
                long index = (long) query * perQuery + sample;
                candidate.answer(pictures.get((int) (index % pictures.size())), stageClock);
                stageClock.end();
                stageClock
                    .stageNs()
                    .forEach((stage, timeNs) ->
                        stages
                            .computeIfAbsent(stage, name -> new ConcurrentLinkedQueue<>())
                            .add(timeNs));
              }
            });
    return result(log, Validity.of(log, warmUp), stages);
  }

  private Results.LoadResult result(
      LoadLog log, Validity validity, Map<String, ConcurrentLinkedQueue<Long>> stages) {
    double[] samplesMs = Arrays.stream(log.latenciesNs()).map(ns -> ns / 1e6).toArray();
    Map<String, Double> latencyMs = new TreeMap<>();
    List<Double> interval = new ArrayList<>();
    double spread = 0;
    if (samplesMs.length > 0) {
      Distribution distribution = Distribution.of(samplesMs);
      latencyMs.put("mean", distribution.mean());
      QUANTILES.forEach(
          (name, q) -> distribution.quantile(q).ifPresent(value -> latencyMs.put(name, value)));
      Interval p50 = new Bootstrap(seed).interval(samplesMs, Figure.P50);
      interval.addAll(List.of(p50.low(), p50.high()));
      spread = distribution.spread();
    }
    Map<String, Double> stageMs = new TreeMap<>();
    stages.forEach((stage, times) ->
        stageMs.put(
            stage,
            Distribution.of(times.stream().mapToLong(Long::longValue).toArray()).median() / 1e6));
    return new Results.LoadResult(
        log.scenario().label(),
        validity.valid(),
        validity.reasons(),
        validity.warnings(),
        log.queries(),
        log.timeNs() / 1e9,
        log.queries() == 0 ? 0 : log.samplesPerS(),
        latencyMs,
        interval,
        spread,
        stageMs,
        Arrays.stream(samplesMs).map(ms -> Math.rint(ms * 1e4) / 1e4).boxed().toList());
  }
}
