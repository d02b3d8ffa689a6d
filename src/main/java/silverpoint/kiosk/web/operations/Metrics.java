package silverpoint.kiosk.web.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.web.EventHub;
import silverpoint.kiosk.web.Kiosk;

/** The kiosk's meters in the text format of Prometheus, each with a description. */
public final class Metrics implements AutoCloseable {
  /** Prometheus keeps the ending count for histograms. */
  private static final MeterFilter CPUS =
      new MeterFilter() {
        @Override
        public Meter.Id map(Meter.Id id) {
          return id.getName().equals("system.cpu.count") ? id.withName("system.cpus") : id;
        }
      };

  /** Prometheus counts seconds, not ns; the share of the processor says the same. */
  private static final String CPU_NS = "process.cpu.time";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Kiosk kiosk;

  /** Models by name, as they were when the meters were last read. */
  private volatile Map<String, Kiosk.ModelView> models = Map.of();

  public Metrics(Booth booth, Kiosk kiosk, EventHub hub) {
    this.kiosk = kiosk;
    registry.config().meterFilter(CPUS).meterFilter(MeterFilter.denyNameStartsWith(CPU_NS));
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    bindBooth(booth);
    bindFaults(booth);
    bindKiosk(hub);
    lookAtModels();
  }

  public String text() {
    lookAtModels();
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  private void bindBooth(Booth booth) {
    for (Outcome outcome : Outcome.values()) {
      FunctionCounter.builder(
              "silverpoint.sessions.ended", booth, b -> state(b).counters().ended(outcome))
          .description("Sessions that ended, by outcome, since the program began")
          .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    count("silverpoint.sessions.begun", "Sessions that began", booth, s -> s.counters().began());
    count("silverpoint.retakes", "Pictures taken again", booth, s -> s.counters().retakes());
    count("silverpoint.faults", "Faults noticed", booth, s -> s.counters().faults());
    gauge("silverpoint.queue.length", "Sketches that wait", booth, s -> s.queue().size());
    gauge("silverpoint.open", "Whether new guests are taken", booth, s -> s.open() ? 1 : 0);
    Gauge.builder(
            "silverpoint.drawing.progress",
            booth,
            b -> b.snapshot().progress().map(progress -> progress.share()).orElse(0.0))
        .description("Share of the planned motion that is done, 0 to 1")
        .register(registry);
    for (Phase phase : Phase.values()) {
      Gauge.builder("silverpoint.phase", booth, b -> state(b).phase() == phase ? 1 : 0)
          .description("1 for what the booth does at the moment")
          .tag("phase", phase.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  private void bindFaults(Booth booth) {
    for (FaultKind kind : FaultKind.values()) {
      Gauge.builder("silverpoint.fault", booth, b -> hasFault(state(b), kind) ? 1 : 0)
          .description("1 while there is a fault of the kind")
          .tag("kind", kind.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  private void bindKiosk(EventHub hub) {
    Gauge.builder("silverpoint.camera.frame.rate", kiosk, k -> k.camera().framesPerS())
        .description("Pictures of the camera per second")
        .register(registry);
    Gauge.builder("silverpoint.event.clients", hub, EventHub::clients)
        .description("Pages that follow the booth")
        .register(registry);
    for (double quantile : new double[] {0.5, 0.99, 0.999}) {
      Gauge.builder("silverpoint.step.lateness", kiosk, k -> latenessS(k, quantile))
          .description("How late motor steps came, upper bounds")
          .baseUnit("seconds")
          .tag("percentile", percentile(quantile))
          .register(registry);
    }
  }

  /** Prometheus keeps the label quantile for summaries. */
  private static String percentile(double quantile) {
    return BigDecimal.valueOf(quantile).movePointRight(2).toPlainString();
  }

  /** Models that come while the program runs are bound when they are first seen. */
  private synchronized void lookAtModels() {
    Map<String, Kiosk.ModelView> before = models;
    models =
        kiosk.models().stream()
            .collect(Collectors.toUnmodifiableMap(Kiosk.ModelView::name, model -> model));
    models.keySet().stream().filter(name -> !before.containsKey(name)).forEach(this::bindModel);
  }

  private void bindModel(String name) {
    FunctionCounter.builder("silverpoint.model.runs", this, m -> m.runs(name))
        .description("Uses of the model")
        .tag("model", name)
        .register(registry);
    for (double quantile : new double[] {0.5, 0.95, 0.99}) {
      Gauge.builder("silverpoint.model.latency", this, m -> m.latencyS(name, quantile))
          .description("Time that a use of the model took lately; NaN before the first")
          .baseUnit("seconds")
          .tag("model", name)
          .tag("percentile", percentile(quantile))
          .register(registry);
    }
  }

  private double runs(String name) {
    Kiosk.ModelView model = models.get(name);
    return model == null ? 0 : model.runs();
  }

  private double latencyS(String name, double quantile) {
    Kiosk.ModelView model = models.get(name);
    if (model == null || model.runs() == 0) {
      return Double.NaN;
    }
    double ms = quantile == 0.5 ? model.p50Ms() : quantile == 0.95 ? model.p95Ms() : model.p99Ms();
    return ms / 1000;
  }

  private Meter count(
      String name, String description, Booth booth, ToDoubleFunction<BoothState> value) {
    return FunctionCounter.builder(name, booth, b -> value.applyAsDouble(state(b)))
        .description(description)
        .register(registry);
  }

  private Meter gauge(
      String name, String description, Booth booth, ToDoubleFunction<BoothState> value) {
    return Gauge.builder(name, booth, b -> value.applyAsDouble(state(b)))
        .description(description)
        .register(registry);
  }

  private static BoothState state(Booth booth) {
    return booth.snapshot().state();
  }

  private static boolean hasFault(BoothState state, FaultKind kind) {
    return state.faults().containsKey(kind)
        || state.machineFault().filter(fault -> fault.kind() == kind).isPresent();
  }

  private static double latenessS(Kiosk kiosk, double quantile) {
    return kiosk
        .lateness()
        .map(late ->
            quantile == 0.5 ? late.p50Us() : quantile == 0.99 ? late.p99Us() : late.p999Us())
        .map(us -> us / 1e6)
        .orElse(Double.NaN);
  }
}
