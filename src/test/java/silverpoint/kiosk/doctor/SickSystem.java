package silverpoint.kiosk.doctor;

import static silverpoint.kiosk.doctor.SickComputer.sick;
import static silverpoint.kiosk.doctor.Verdict.BROKEN;
import static silverpoint.kiosk.doctor.Verdict.WARNING;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with rights, folders, disk and clock, and with the kiosk's own settings. */
final class SickSystem {
  private SickSystem() {}

  static Stream<SickComputer> systems() {
    return Stream.of(
        sick(
            "no real-time priority",
            c -> c.replace("proc/self/limits", "priority     49", "priority     0"),
            "real time",
            WARNING,
            "LimitRTPRIO=49",
            "limits.conf"),
        sick(
            "no locked memory",
            c ->
                c.replace("proc/self/limits", "memory         unlimited", "memory         8388608"),
            "real time",
            WARNING,
            "LimitMEMLOCK=infinity",
            "limits.conf"),
        sick(
            "/tmp is noexec",
            c -> c.replace("proc/self/mounts", "tmpfs rw", "tmpfs rw,nosuid,noexec"),
            "temporary files",
            WARNING,
            "noexec",
            "remount,exec"),
        sick(
            "there is no /tmp",
            c -> c.remove("tmp"),
            "temporary files",
            BROKEN,
            "cannot be written to",
            "chmod 1777"),
        sick(
            "no locale",
            c -> c.encoding = "ANSI_X3.4-1968",
            "locale",
            WARNING,
            "ANSI_X3.4-1968",
            "LC_ALL=C.UTF-8"),
        sick(
            "a receipt printer without paper",
            c -> {
              c.receiptPrinter();
              c.printerTrouble = Optional.of("the receipt printer has no paper: put in a new roll");
            },
            "receipt printer",
            WARNING,
            "has no paper",
            "new roll"),
        sick(
            "a receipt printer that this user may not use",
            c -> {
              c.receiptPrinter();
              c.replace("config/take-home.yaml", "192.168.1.50:9100", "/dev/usb/lp0");
              c.write("etc/group", "root:x:0:\nlp:x:7:\nvideo:x:44:pi\ngpio:x:986:pi\n");
            },
            "groups",
            BROKEN,
            "not in lp",
            "usermod -aG lp"),
        sick(
            "the port of the page for phones is taken",
            c -> {
              c.phonePage();
              c.socket(8090, "0A");
            },
            "ports",
            WARNING,
            "8090",
            "ss -ltnp"),
        sick("a full disk", c -> c.freeBytes = 3_000_000, "disk", BROKEN, "only 3 MB", "make room"),
        sick(
            "a disk that is nearly full",
            c -> c.freeBytes = 300_000_000,
            "disk",
            WARNING,
            "only 300 MB",
            "make room"),
        sick(
            "a state that cannot be written",
            c -> {
              c.remove("state");
              c.write("state", "");
            },
            "disk",
            BROKEN,
            "cannot be written to",
            "--state"),
        sick(
            "a clock that was never set",
            c -> c.now = Instant.EPOCH,
            "clock",
            BROKEN,
            "1970-01-01T00:00:00Z",
            "timedatectl"),
        sick(
            "a clock that waits for the network",
            c -> c.remove("run/systemd/timesync/synchronized"),
            "clock",
            WARNING,
            "not set from the network",
            "connect the network"));
  }

  static Stream<SickComputer> kiosks() {
    return Stream.of(
        sick(
            "a setting that is out of range",
            c -> c.replace("config/booth.yaml", "consentS: 30", "consentS: 3"),
            "configuration",
            BROKEN,
            "booth.yaml, line 4",
            "configuration.md"),
        sick(
            "a machine with an unknown key",
            c -> c.replace("config/machines/pocket.yaml", "\\z", "lamp: 3\n"),
            "configuration",
            BROKEN,
            "pocket.yaml",
            "mend the line"),
        sick(
            "another program at the port",
            c -> c.socket(8080, "0A"),
            "ports",
            WARNING,
            "another program listens on 8080",
            "another port in web.yaml"),
        sick(
            "an open network without a PIN",
            c -> c.replace("config/web.yaml", "enabled: false", "enabled: true"),
            "network",
            BROKEN,
            "no PIN is set",
            "staff-pin"),
        sick(
            "an open network without a certificate",
            c -> {
              c.replace("config/web.yaml", "enabled: false", "enabled: true");
              c.write("state/web/staff-pins", "");
            },
            "network",
            BROKEN,
            "keystore.p12 cannot be read",
            "staff-certificate"),
        sick(
            "a program that crashed",
            c ->
                c.write(
                    "dev/shm/silverpoint-crash-812.log",
                    """
                    #
                    # A fatal error has been detected by the Java Runtime Environment:
                    #
                    #  SIGILL (0x4) at pc=0x00007f5e8a0c1b2d, pid=812, tid=813
                    #
                    # Problematic frame:
                    # C  [0.35.1-libdjl_torch.so+0x1c1b2d]  std::_Sp_counted_base+0x80
                    """),
            "last crash",
            WARNING,
            "SIGILL (0x4) at pc=0x00007f5e8a0c1b2d in [0.35.1-libdjl_torch.so+0x1c1b2d]",
            "silverpoint-crash-812.log"));
  }
}
