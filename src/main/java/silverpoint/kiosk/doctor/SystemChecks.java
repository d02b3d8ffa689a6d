package silverpoint.kiosk.doctor;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import silverpoint.kiosk.web.TerminalCommand;
import silverpoint.machine.gpio.RealTime;

/** What the system gives to the program: rights, folders, letters, room and time. */
final class SystemChecks {
  private static final String REAL_TIME = "real time";
  private static final String TEMPORARY = "temporary files";
  private static final String DISK = "disk";
  private static final String CLOCK = "clock";
  private static final long MB = 1_000_000;

  /** A session and its line take some kilobytes; the log of a busy month some megabytes. */
  private static final long LEAST_FREE = 100 * MB;

  private static final long ENOUGH_FREE = 1_000 * MB;

  /** Before this program was written. */
  private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  // of linux/capability.h
  private static final int CAP_IPC_LOCK = 14;
  private static final int CAP_SYS_NICE = 23;

  private SystemChecks() {}

  static Finding realTime(Computer computer, Installation kiosk) {
    List<String> lacks = new ArrayList<>();
    if (!may(computer, CAP_SYS_NICE)
        && limit(computer, "Max realtime priority") < RealTime.PRIORITY) {
      lacks.add("no real-time priority (LimitRTPRIO=" + RealTime.PRIORITY + ")");
    }
    if (!may(computer, CAP_IPC_LOCK) && limit(computer, "Max locked memory") < Long.MAX_VALUE) {
      lacks.add("memory may be swapped (LimitMEMLOCK=infinity)");
    }
    if (lacks.isEmpty()) {
      return Finding.fine(REAL_TIME, "priority and locked memory are allowed");
    }
    return kiosk.motors()
        ? Finding.warning(
            REAL_TIME,
            String.join("; ", lacks) + ": steps may come late, and drawings take longer",
            "set both in the service, or rtprio and memlock for this user in"
                + " /etc/security/limits.conf and log in again")
        : Finding.fine(REAL_TIME, "not allowed, and the simulated toy needs none");
  }

  private static boolean may(Computer computer, int capability) {
    return computer
        .status("CapEff")
        .filter(bits -> bits.matches("[0-9a-f]+"))
        .filter(bits -> new BigInteger(bits, 16).testBit(capability))
        .isPresent();
  }

  /** The soft limit; none known: 0. */
  private static long limit(Computer computer, String name) {
    return computer.lines("/proc/self/limits").stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip().split("\\s+")[0])
        .map(soft -> soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft))
        .findFirst()
        .orElse(0L);
  }

  static Finding temporary(Computer computer) {
    Path folder = computer.probe().temporary();
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      return Finding.broken(
          TEMPORARY,
          folder + " cannot be written to",
          "'sudo chmod 1777 /tmp' where that is it, or choose another in SILVERPOINT_JAVA_OPTS with"
              + " -Djava.io.tmpdir=DIR");
    }
    return isNoexec(computer, folder)
        ? Finding.warning(
            TEMPORARY,
            folder + " is mounted noexec: libraries cannot be loaded from there",
            "'sudo mount -o remount,exec "
                + folder
                + "', or choose another folder in"
                + " SILVERPOINT_JAVA_OPTS with -Djava.io.tmpdir=DIR")
        : Finding.fine(TEMPORARY, folder + " is writable, and libraries can be loaded from there");
  }

  /** By the options of the mount that is nearest above. */
  private static boolean isNoexec(Computer computer, Path folder) {
    Path inside =
        folder.startsWith(computer.root())
            ? Path.of("/").resolve(computer.root().relativize(folder))
            : folder;
    return computer.lines("/proc/self/mounts").stream()
        .map(line -> line.split(" "))
        .filter(mount -> mount.length > 3 && inside.startsWith(mount[1]))
        .max(Comparator.comparingInt(mount -> Path.of(mount[1]).getNameCount()))
        .filter(mount -> List.of(mount[3].split(",")).contains("noexec"))
        .isPresent();
  }

  static Finding locale(Computer computer) {
    String encoding = computer.probe().encoding();
    return encoding.equalsIgnoreCase("UTF-8")
        ? Finding.fine("locale", "names of files may have any letter")
        : Finding.warning(
            "locale",
            "names of files are read as " + encoding + ", which lacks most letters",
            "set LC_ALL=C.UTF-8, as '" + TerminalCommand.program() + "' does");
  }

  static Finding disk(Computer computer, Installation kiosk) {
    Path folder = existing(kiosk.state());
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      return Finding.broken(
          DISK,
          folder + " cannot be written to: no history, no position of the stylus, no PIN",
          "ask as the user of the kiosk ('sudo -u silverpoint silverpoint doctor' where a package"
              + " runs it), give it to that user with 'sudo chown', mount it writable, or name another"
              + " folder with --state");
    }
    long free = computer.probe().freeBytes(folder);
    String says = free / MB + " MB are free at " + folder;
    String cure = "make room: old logs ('sudo journalctl --vacuum-size=100M') and pictures first";
    if (free < LEAST_FREE) {
      return Finding.broken(DISK, "only " + says, cure);
    }
    return free < ENOUGH_FREE
        ? Finding.warning(DISK, "only " + says, cure)
        : Finding.fine(DISK, says);
  }

  private static Path existing(Path path) {
    Path absolute = path.toAbsolutePath();
    return Files.exists(absolute)
        ? absolute
        : Optional.ofNullable(absolute.getParent()).map(SystemChecks::existing).orElse(absolute);
  }

  static Finding clock(Computer computer) {
    Instant now = computer.probe().now().truncatedTo(ChronoUnit.SECONDS);
    if (now.isBefore(EARLIEST)) {
      return Finding.broken(
          CLOCK,
          "it shows " + now + ", it was not set: promises and the deletion of lines go by it",
          "connect the network and 'sudo timedatectl set-ntp true', or 'sudo date -s \"YYYY-MM-DD"
              + " HH:MM\"'; a Raspberry Pi keeps the time with a battery at its clock");
    }
    boolean timed = Files.isDirectory(computer.at("/run/systemd/timesync"));
    boolean set = Files.exists(computer.at("/run/systemd/timesync/synchronized"));
    return timed && !set
        ? Finding.warning(
            CLOCK,
            "not set from the network since the start; it shows " + now,
            "compare it with a watch; connect the network, or 'sudo date -s \"YYYY-MM-DD HH:MM\"'")
        : Finding.fine(CLOCK, "it shows " + now);
  }
}
