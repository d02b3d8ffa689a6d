package silverpoint.kiosk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PINs, keys and delays keep what they promise, also when files are damaged. */
class AccessTest {
  @TempDir private Path folder;

  private final AtomicLong nowMs = new AtomicLong(1_700_000_000_000L);
  private final InstantSource clock = () -> Instant.ofEpochMilli(nowMs.get());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "1234567890123",
        "12345a",
        " 123456",
        "000000",
        "111222",
        "123456",
        "987654",
        "121212",
        "123123",
        "456789",
        "٣٣٤٥٦٧"
      })
  void guessablePinsAreRefused(String digits) {
    assertThatThrownBy(() -> new Pin(digits)).isInstanceOf(AccessException.class);
  }

  @Test
  void pinsSurviveARestartAndAreNotInTheFile() throws IOException {
    Path file = folder.resolve("pins");
    StaffPins pins = new StaffPins(file, new Random(1));
    assertThat(pins.isAnySet()).isFalse();
    pins.set(Role.OPERATOR, new Pin("271828"));
    pins.set(Role.ADMIN, new Pin("314159"));
    StaffPins again = new StaffPins(file, new Random(2));
    assertThat(again.roleOf("271828")).contains(Role.OPERATOR);
    assertThat(again.roleOf("314159")).contains(Role.ADMIN);
    assertThat(again.roleOf("271829")).isEmpty();
    assertThat(Files.readString(file)).doesNotContain("271828").doesNotContain("314159");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> again.set(Role.VIEWER, new Pin("271828")))
        .hasMessageContaining("another role");
    assertThatThrownBy(() -> again.set(Role.VISITOR, new Pin("577215")))
        .isInstanceOf(AccessException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "salt zz\n",
        "salt 00\nADMIN xyz\n",
        " \n",
        "",
        "ADMIN 00\n",
        "salt 000102030405060708090a0b0c0d0e0f\nADMIN 00\n"
      })
  void damagedFilesAreNamed(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("pins"), text);
    assertThatThrownBy(() -> new StaffPins(file, new Random(1)))
        .isInstanceOf(SecretFileException.class)
        .hasMessageContaining(file.toString());
    Path keys = Files.writeString(folder.resolve("keys"), "name ROLE\n");
    assertThatThrownBy(() -> new ApiKeys(keys, new Random(1)))
        .isInstanceOf(SecretFileException.class)
        .hasMessageContaining(keys.toString());
  }

  @Test
  void keysAreKnownByTheirValueOnly() throws IOException {
    Path file = folder.resolve("keys");
    String key = new ApiKeys(file, new Random(1)).make("dashboard", Role.VIEWER);
    ApiKeys again = new ApiKeys(file, new Random(2));
    assertThat(again.roleOf(key)).contains(Role.VIEWER);
    assertThat(again.roleOf(key + "x")).isEmpty();
    assertThat(again.roleOf("dashboard")).isEmpty();
    assertThat(Files.readString(file)).doesNotContain(key);
    assertThatThrownBy(() -> again.make("dashboard", Role.ADMIN))
        .isInstanceOf(AccessException.class);
    assertThatThrownBy(() -> again.make("a b", Role.VIEWER)).isInstanceOf(AccessException.class);
  }

  @Test
  void delayDoublesUpToAQuarterOfAnHour() throws IOException {
    TryDelay delay = new TryDelay(nowMs::get);
    InetAddress peer = InetAddress.getByName("192.0.2.7");
    List<Long> waitsS = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      waitsS.add(delay.before(peer).toSeconds());
      pass(delay.before(peer));
      delay.count(peer);
    }
    assertThat(waitsS)
        .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
    delay.forgive(peer);
    assertThat(delay.before(peer)).isZero();
  }

  @Test
  void manyPeersGainNoMoreThanTheNetworksShare() throws IOException {
    TryDelay delay = new TryDelay(nowMs::get);
    int evaluated = 0;
    for (int i = 0; i < 10_000; i++) {
      InetAddress peer = InetAddress.getByAddress(new byte[] {10, 0, (byte) (i >> 8), (byte) i});
      if (delay.before(peer).isZero()) {
        delay.count(peer);
        evaluated++;
      }
    }
    assertThat(evaluated).isEqualTo(20);
    assertThat(delay.before(InetAddress.getByName("127.0.0.1"))).isZero();
    pass(Duration.ofMinutes(1));
    assertThat(delay.before(InetAddress.getByName("192.0.2.1"))).isZero();
  }

  @Test
  void oneIpv6NetworkIsOnePeer() throws IOException {
    TryDelay delay = new TryDelay(nowMs::get);
    delay.count(InetAddress.getByName("2001:db8:1:2::1"));
    assertThat(delay.before(InetAddress.getByName("2001:db8:1:2:ffff::9"))).isPositive();
    assertThat(delay.before(InetAddress.getByName("2001:db8:1:3::1"))).isZero();
  }

  @Test
  void whatTheTerminalSetsCountsAtOnce() {
    Path pinFile = folder.resolve("pins");
    StaffPins running = new StaffPins(pinFile, new Random(1));
    assertThat(running.isAnySet()).isFalse();
    new StaffPins(pinFile, new Random(2)).set(Role.ADMIN, new Pin("314159"));
    assertThat(running.roleOf("314159")).contains(Role.ADMIN);
    running.set(Role.VIEWER, new Pin("271828"));
    assertThat(new StaffPins(pinFile, new Random(3)).roleOf("314159")).contains(Role.ADMIN);
    Path keyFile = folder.resolve("keys");
    ApiKeys keys = new ApiKeys(keyFile, new Random(1));
    String key = new ApiKeys(keyFile, new Random(2)).make("dashboard", Role.VIEWER);
    assertThat(keys.roleOf(key)).contains(Role.VIEWER);
    new ApiKeys(keyFile, new Random(3)).revoke("dashboard");
    assertThat(keys.roleOf(key)).isEmpty();
  }

  @Test
  void sessionsAreBounded() {
    Logins sessions =
        new Logins(Duration.ofMinutes(10), Duration.ofHours(8), nowMs::get, new Random(1));
    String first = sessions.open(Role.VIEWER, "").cookie();
    for (int i = 0; i < 200; i++) {
      pass(Duration.ofMillis(1));
      sessions.open(Role.VIEWER, "");
    }
    assertThat(sessions.count()).isEqualTo(64);
    assertThat(sessions.find(first)).isEqualTo(Optional.empty());
  }

  private void pass(Duration time) {
    nowMs.addAndGet(time.toMillis());
  }
}
