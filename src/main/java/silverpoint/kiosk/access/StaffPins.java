package silverpoint.kiosk.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The staff's PINs, one a role, kept as Argon2id hashes under the salt of this kiosk, so that one
 * hash of a try answers for all roles.
 */
public final class StaffPins {
  private static final String SALT = "salt";

  private final Path path;
  private final SecretFile file;
  private byte[] salt = new byte[Argon2id.SALT_BYTES];
  private Map<Role, byte[]> hashes = Map.of();

  /**
   * @param chance makes the salt of a kiosk that has none; a secure one outside of tests
   */
  public StaffPins(Path path, RandomGenerator chance) {
    this.path = path;
    this.file = new SecretFile(path);
    chance.nextBytes(salt);
    refresh();
  }

  /** Whether somebody could log in. */
  public synchronized boolean isAnySet() {
    refresh();
    return !hashes.isEmpty();
  }

  /**
   * What a login of the role rests on: another one when the role's PIN changes, or when the first
   * PIN of all is set, so that older logins can be told.
   */
  public synchronized String stampOf(Role role) {
    refresh();
    byte[] hash = hashes.get(role);
    return hash != null ? HexFormat.of().formatHex(hash) : hashes.isEmpty() ? "open" : "unset";
  }

  /** The role that these digits stand for; takes as long for a wrong PIN as for a right one. */
  public Optional<Role> roleOf(String digits) {
    byte[] saltOfAll;
    Map<Role, byte[]> known;
    synchronized (this) {
      refresh();
      saltOfAll = salt;
      known = hashes;
    }
    byte[] hash = Argon2id.hash(digits, saltOfAll);
    Optional<Role> found = Optional.empty();
    for (Map.Entry<Role, byte[]> entry : known.entrySet()) {
      if (MessageDigest.isEqual(hash, entry.getValue())) {
        found = Optional.of(entry.getKey());
      }
    }
    return found;
  }

  /** Sets or replaces the PIN of a staff role. */
  public synchronized void set(Role role, Pin pin) {
    if (!role.includes(Role.VIEWER)) {
      throw new AccessException("the role " + role + " has no PIN");
    }
    refresh();
    byte[] hash = Argon2id.hash(pin.digits(), salt);
    Map<Role, byte[]> next = new EnumMap<>(Role.class);
    next.putAll(hashes);
    next.put(role, hash);
    for (Map.Entry<Role, byte[]> entry : hashes.entrySet()) {
      if (entry.getKey() != role && MessageDigest.isEqual(hash, entry.getValue())) {
        throw new AccessException("another role has this PIN; take a different one");
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put(SALT, HexFormat.of().formatHex(salt));
    next.forEach((of, value) -> values.put(of.name(), HexFormat.of().formatHex(value)));
    file.write(values);
    hashes = next;
  }

  /** A PIN that was set on the terminal counts at once. */
  private void refresh() {
    file.news()
        .ifPresent(values -> {
          try {
            Map<Role, byte[]> read = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
              if (values.containsKey(role.name())) {
                read.put(role, bytes(values, role.name(), Argon2id.HASH_BYTES));
              }
            }
            if (!values.isEmpty() || Files.exists(path)) {
              salt = bytes(values, SALT, Argon2id.SALT_BYTES);
            }
            hashes = read;
          } catch (IllegalArgumentException e) {
            throw new SecretFileException(
                path + " is damaged; delete it and set the PINs again", e);
          }
        });
  }

  /** A file without its salt, or with a hash cut short, would refuse every PIN in silence. */
  private static byte[] bytes(Map<String, String> values, String name, int length) {
    byte[] bytes = HexFormat.of().parseHex(values.getOrDefault(name, ""));
    if (bytes.length != length) {
      throw new IllegalArgumentException(name + " has " + bytes.length + " bytes");
    }
    return bytes;
  }
}
