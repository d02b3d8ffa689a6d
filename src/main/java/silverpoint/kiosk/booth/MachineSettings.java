package silverpoint.kiosk.booth;

/**
 * How long the booth waits for the machine and for staff, seconds.
 *
 * @param restS for motors that should come to rest; 2..60
 * @param longestPauseS after which a paused drawing is given up; 30..7200
 * @param stallFactor of the planned time, after which a drawing counts as stuck; 1.1..5
 * @param stallS more than that; 5..600
 * @param doneS for which the guest looks at the portrait; 2..300
 * @param parkS for the way to where the next line begins; 10..600
 * @param longestErasureS for somebody to shake the toy; 20..7200
 * @param longestServiceS for staff at the knobs; 60..7200
 * @param checkS for the machine to answer; 1..120
 * @param retries that the booth makes after a fault before it calls staff; 0..10
 * @param retryS before the first retry, doubled for each further one; 1..120
 * @param outOfServiceCheckS between two looks whether the machine has healed; 10..3600
 */
public record MachineSettings(
    double restS,
    double longestPauseS,
    double stallFactor,
    double stallS,
    double doneS,
    double parkS,
    double longestErasureS,
    double longestServiceS,
    double checkS,
    int retries,
    double retryS,
    double outOfServiceCheckS) {
  public MachineSettings {
    Bounds.check("restS", restS, 2, 60);
    Bounds.check("longestPauseS", longestPauseS, 30, 7200);
    Bounds.check("stallFactor", stallFactor, 1.1, 5);
    Bounds.check("stallS", stallS, 5, 600);
    Bounds.check("doneS", doneS, 2, 300);
    Bounds.check("parkS", parkS, 10, 600);
    Bounds.check("longestErasureS", longestErasureS, 20, 7200);
    Bounds.check("longestServiceS", longestServiceS, 60, 7200);
    Bounds.check("checkS", checkS, 1, 120);
    Bounds.check("retries", retries, 0, 10);
    Bounds.check("retryS", retryS, 1, 120);
    Bounds.check("outOfServiceCheckS", outOfServiceCheckS, 10, 3600);
  }
}
