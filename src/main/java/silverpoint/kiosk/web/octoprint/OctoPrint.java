package silverpoint.kiosk.web.octoprint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.web.Identity;

/** What OctoPrint's REST API says and takes, in its own words and units. */
final class OctoPrint {
  private OctoPrint() {}

  @WireName("OctoPrintApiVersion")
  record Version(String api, String server, String text) {}

  @WireName("OctoPrintApiServer")
  record Server(String version, Optional<String> safemode) {}

  @WireName("OctoPrintApiLogin")
  record Login(String name, boolean active, boolean user, boolean admin, List<String> groups) {
    static Login of(Identity who) {
      return new Login(
          who.name(), true, true, false, List.of(who.role().name().toLowerCase(Locale.ROOT)));
    }
  }

  @WireName("OctoPrintApiPerson")
  record Person(String name, List<String> groups, List<String> permissions) {}

  @WireName("OctoPrintApiProfiles")
  record Profiles(Map<String, Connection.Profile> profiles) {}

  @WireName("OctoPrintApiFiles")
  record Files(List<Job.JobFile> files, long free) {}

  /**
   * G-code.
   *
   * @param command M112 alone is understood
   */
  @WireName("OctoPrintApiCode")
  record Code(String command) {}

  @WireName("OctoPrintApiSettings")
  record Settings(Map<String, String> appearance) {}

  @WireName("OctoPrintApiConnection")
  record Connection(Current current, Options options) {
    @WireName("OctoPrintApiConnectionCurrent")
    record Current(String state, String port, int baudrate, String printerProfile) {}

    @WireName("OctoPrintApiConnectionOptions")
    record Options(List<String> ports, List<Integer> baudrates, List<Profile> printerProfiles) {}

    @WireName("OctoPrintApiConnectionProfile")
    record Profile(String id, String name) {}
  }

  /**
   * @param estimatedPrintTime seconds
   */
  @WireName("OctoPrintApiJob")
  record Job(JobFacts job, JobProgress progress, String state, Optional<String> error) {
    @WireName("OctoPrintApiJobJobFacts")
    record JobFacts(JobFile file, Optional<Double> estimatedPrintTime, Optional<String> user) {}

    @WireName("OctoPrintApiJobJobFile")
    record JobFile(
        Optional<String> name,
        Optional<String> display,
        Optional<String> path,
        String origin,
        Optional<Long> size,
        Optional<Long> date) {
      static JobFile of(Optional<String> name) {
        return new JobFile(name, name, name, "local", Optional.empty(), Optional.empty());
      }
    }

    @WireName("OctoPrintApiJobJobProgress")
    record JobProgress(
        Optional<Double> completion,
        Optional<Long> filepos,
        Optional<Integer> printTime,
        Optional<Integer> printTimeLeft,
        Optional<String> printTimeLeftOrigin) {}
  }

  @WireName("OctoPrintApiPrinter")
  record Printer(Map<String, Map<String, Double>> temperature, State state) {
    @WireName("OctoPrintApiPrinterState")
    record State(String text, Flags flags) {}

    @WireName("OctoPrintApiPrinterFlags")
    record Flags(
        boolean operational,
        boolean paused,
        boolean printing,
        boolean pausing,
        boolean cancelling,
        boolean sdReady,
        boolean error,
        boolean ready,
        boolean closedOrError) {}
  }

  /**
   * @param command pause, cancel, start or restart
   * @param action of a pause: pause, resume or toggle
   */
  @WireName("OctoPrintApiJobCommand")
  record JobCommand(String command, Optional<String> action) {}
}
