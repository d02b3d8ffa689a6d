package silverpoint.kiosk.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silverpoint.foundation.inference.EngineBuild;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.foundation.inference.Processor;

/** What the program is made of: Java, processor, native libraries, models, and a GPU. */
final class ProgramChecks {
  static final String TORCH = "libtorch";

  private static final int JAVA = 25;
  private static final String NVIDIA = "0x10de";

  /** Display controllers among the classes of PCI devices. */
  private static final String DISPLAY = "0x03";

  private ProgramChecks() {}

  static Finding java(Computer computer) {
    Runtime.Version version = computer.probe().java();
    return version.feature() < JAVA
        ? Finding.broken(
            "java",
            "Java " + version + " is too old",
            "install Java 25 ('sudo apt-get install openjdk-25-jre-headless' on Debian 13), or set"
                + " JAVA_HOME to one")
        : Finding.fine("java", "Java " + version);
  }

  static Finding processor(Computer computer) {
    return hindrance(computer)
        .map(hindrance -> Finding.broken("processor", hindrance.why(), hindrance.cure()))
        .orElseGet(() ->
            Finding.fine("processor", computer.probe().architecture() + " can run the models"));
  }

  private static Optional<Processor.Hindrance> hindrance(Computer computer) {
    return new Processor(computer.root(), computer.probe().architecture()).hindrance();
  }

  /** A library that the processor cannot run would end the program; it is not tried. */
  static Finding libraries(Computer computer) {
    Optional<Processor.Hindrance> hindrance = hindrance(computer);
    if (hindrance.isPresent()) {
      return Finding.warning(
          "libraries", "not tried on this processor", hindrance.orElseThrow().cure());
    }
    List<String> failures = new ArrayList<>();
    for (String library : computer.probe().libraries()) {
      computer
          .probe()
          .loading(library)
          .ifPresent(why -> failures.add(library + " cannot be loaded: " + why));
    }
    return failures.isEmpty()
        ? Finding.fine("libraries", String.join(", ", computer.probe().libraries()) + " are loaded")
        : Finding.broken("libraries", String.join("; ", failures), cure(failures));
  }

  private static String cure(List<String> failures) {
    if (failures.stream().anyMatch(failure -> failure.startsWith("FFmpeg"))) {
      return "webcams and films need it, and it needs the system's libraries of sound and windows:"
          + " 'sudo apt-get install libasound2t64 libdrm2 libpulse0 libxcb1 libxcb-shm0' on Debian"
          + " 13";
    }
    return failures.stream().anyMatch(failure -> failure.contains("failed to map"))
        ? "a folder that libraries are unpacked to is mounted noexec: allow it for HOME and for"
            + " temporary files, or choose others in SILVERPOINT_JAVA_OPTS with -Duser.home=DIR and"
            + " -Djava.io.tmpdir=DIR"
        : "make room in HOME and let it be writable; a file that a message calls missing comes with"
            + " the system's package of that name; then build or install anew";
  }

  static Finding models(Computer computer, Installation kiosk) {
    List<String> flaws = NeuralModels.flaws(kiosk.models(), kiosk.neededModels());
    return flaws.isEmpty()
        ? Finding.fine("models", "all are what their cards say")
        : Finding.broken(
            "models",
            String.join("; ", flaws),
            "restore the folder models: 'git checkout -- models' in a checkout, else install the"
                + " package again");
  }

  static Finding gpu(Computer computer) {
    boolean driver = !computer.lines("/proc/driver/nvidia/version").isEmpty();
    boolean card =
        computer.files("/sys/bus/pci/devices").stream().anyMatch(ProgramChecks::isNvidiaDisplay);
    if (!card && !driver) {
      return Finding.fine("gpu", "no NVIDIA GPU; models run on the processor");
    }
    if (!driver) {
      return Finding.warning(
          "gpu",
          "there is an NVIDIA GPU without its driver; models run on the processor",
          "install NVIDIA's driver, or leave it: the processor is fast enough for a kiosk");
    }
    if (hindrance(computer).isPresent() || computer.probe().loading(TORCH).isPresent()) {
      return Finding.warning(
          "gpu", "there is an NVIDIA GPU, but no libtorch to use it", "mend the libraries first");
    }
    EngineBuild engine = computer.probe().engine();
    if (!engine.forCuda()) {
      return Finding.warning(
          "gpu",
          "there is an NVIDIA GPU, but " + engine.name() + " is built for the processor alone",
          "name a PyTorch with CUDA by PYTORCH_LIBRARY_PATH, or leave it: the processor is fast"
              + " enough for a kiosk");
    }
    return engine.gpus() > 0
        ? Finding.fine("gpu", engine.name() + " runs on a GPU")
        : Finding.warning(
            "gpu",
            engine.name() + " is built for CUDA, but finds no GPU that it can use",
            "look at nvidia-smi: the driver must be as new as that CUDA wants");
  }

  private static boolean isNvidiaDisplay(Path device) {
    return Computer.lines(device.resolve("vendor")).contains(NVIDIA)
        && Computer.lines(device.resolve("class")).stream()
            .anyMatch(kind -> kind.startsWith(DISPLAY));
  }
}
