package silverpoint.kiosk.history;

/**
 * What made the portraits of one run of the program.
 *
 * @param program its version
 * @param models names and fingerprints
 * @param config fingerprint of the configuration
 * @param machine name of the profile
 */
public record Versions(String program, String models, String config, String machine) {}
