package silverpoint.kiosk.access;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Keys by which programs use the API: 256 random bits each, kept as digests with a role. A key says
 * its value once, when it is made.
 */
public final class ApiKeys {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

  private final Path path;
  private final SecretFile file;
  private final RandomGenerator chance;
  private Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(Role role, String digest) {}

  public ApiKeys(Path path, RandomGenerator chance) {
    this.path = path;
    this.file = new SecretFile(path);
    this.chance = chance;
    refresh();
  }

  /** A key that was made or revoked on the terminal counts at once. */
  private void refresh() {
    file.news()
        .ifPresent(values -> {
          Map<String, Entry> read = new LinkedHashMap<>();
          values.forEach((name, value) -> {
            String[] parts = value.split(" ", -1);
            try {
              read.put(name, new Entry(Role.valueOf(parts[0]), parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
              throw new SecretFileException(
                  path + " is damaged; delete it and make the keys again", e);
            }
          });
          entries = read;
        });
  }

  public synchronized Set<String> names() {
    refresh();
    return new TreeSet<>(entries.keySet());
  }

  /** Makes a key, in place of one of the same name, and returns its value. */
  public synchronized String make(String name, Role role) {
    if (!NAME.matcher(name).matches()) {
      throw new AccessException("a key's name has 1 to 32 small letters, digits and hyphens");
    }
    if (role != Role.VIEWER && role != Role.OPERATOR) {
      throw new AccessException("a key's role is VIEWER or OPERATOR");
    }
    refresh();
    String key = Token.random(chance);
    entries.put(name, new Entry(role, Token.digest(key)));
    save();
    return key;
  }

  /** Forgets a key; false when there is none of that name. */
  public synchronized boolean revoke(String name) {
    refresh();
    boolean known = entries.remove(name) != null;
    if (known) {
      save();
    }
    return known;
  }

  public synchronized Optional<Role> roleOf(String key) {
    refresh();
    String digest = Token.digest(key);
    return entries.values().stream()
        .filter(entry -> Token.equal(entry.digest(), digest))
        .map(Entry::role)
        .findFirst();
  }

  private void save() {
    Map<String, String> values = new LinkedHashMap<>();
    entries.forEach((name, entry) -> values.put(name, entry.role() + " " + entry.digest()));
    file.write(values);
  }
}
