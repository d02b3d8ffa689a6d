package silverpoint.access;

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

  private final SecretFile file;
  private final byte[] salt;
  private final Map<Role, byte[]> hashes = new EnumMap<>(Role.class);

  /**
   * @param chance makes the salt of a kiosk that has none; a secure one outside of tests
   */
  public StaffPins(Path path, RandomGenerator chance) {
    this.file = new SecretFile(path);
    Map<String, String> values = file.read();
    byte[] bytes = new byte[Argon2id.SALT_BYTES];
    try {
      if (values.containsKey(SALT)) {
        bytes = HexFormat.of().parseHex(values.get(SALT));
      } else {
        chance.nextBytes(bytes);
      }
      for (Role role : Role.values()) {
        if (values.containsKey(role.name())) {
          hashes.put(role, HexFormat.of().parseHex(values.get(role.name())));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new AccessException(path + " is damaged; delete it and set the PINs again", e);
    }
    this.salt = bytes;
  }

  /** Whether somebody could log in. */
  public synchronized boolean isAnySet() {
    return !hashes.isEmpty();
  }

  public synchronized boolean isSet(Role role) {
    return hashes.containsKey(role);
  }

  /** The role that these digits stand for; takes as long for a wrong PIN as for a right one. */
  public Optional<Role> roleOf(String digits) {
    byte[] hash = Argon2id.hash(digits, salt);
    synchronized (this) {
      Optional<Role> found = Optional.empty();
      for (Map.Entry<Role, byte[]> entry : hashes.entrySet()) {
        if (MessageDigest.isEqual(hash, entry.getValue())) {
          found = Optional.of(entry.getKey());
        }
      }
      return found;
    }
  }

  /** Sets or replaces the PIN of a staff role. */
  public void set(Role role, Pin pin) {
    if (!role.includes(Role.VIEWER)) {
      throw new AccessException("the role " + role + " has no PIN");
    }
    byte[] hash = Argon2id.hash(pin.digits(), salt);
    synchronized (this) {
      for (Map.Entry<Role, byte[]> entry : hashes.entrySet()) {
        if (entry.getKey() != role && MessageDigest.isEqual(hash, entry.getValue())) {
          throw new AccessException("another role has this PIN; take a different one");
        }
      }
      hashes.put(role, hash);
      save();
    }
  }

  private void save() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(SALT, HexFormat.of().formatHex(salt));
    hashes.forEach((role, hash) -> values.put(role.name(), HexFormat.of().formatHex(hash)));
    file.write(values);
  }
}
