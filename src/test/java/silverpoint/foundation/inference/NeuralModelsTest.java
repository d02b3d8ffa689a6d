package silverpoint.foundation.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralModelsTest {
  private static final String NAME = "face-detector-short";
  private static final InferenceSettings CPU = new InferenceSettings(Device.CPU, 1);

  @TempDir Path folder;
  private Path file;
  private Path card;

  @BeforeEach
  void copyAModel() throws IOException {
    Path home = Files.createDirectory(folder.resolve(NAME));
    file = Files.copy(Path.of("models", NAME, NAME + ".pt"), home.resolve(NAME + ".pt"));
    card = Files.copy(Path.of("models", NAME, "card.yaml"), home.resolve("card.yaml"));
  }

  @Test
  void loadsOnceAndRunsOnTheCpu() {
    try (NeuralModels models = NeuralModels.open(folder, CPU)) {
      NeuralModel model = models.model(NAME);

      assertThat(models.model(NAME)).isSameAs(model);
      assertThat(model.device()).isEqualTo("cpu");
      assertThat(model.run(Tensor.zeros(1, 3, 128, 128)))
          .extracting(Tensor::toString)
          .containsExactly("1x896x16", "1x896x1");
      assertThat(NeuralModels.cards(folder)).containsExactly(model.card());
      model.close();
    }
  }

  @Test
  void callsFromManyThreadsDoNotDisturbEachOther() throws Exception {
    try (NeuralModels models = NeuralModels.open(folder, CPU);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      NeuralModel model = models.model(NAME);
      List<Callable<float[]>> calls =
          List.of(1L, 2L, 1L, 2L, 1L, 2L).stream()
              .<Callable<float[]>>map(seed ->
                  () -> model.run(TestPictures.noise(model.card(), seed)).getFirst().toArray())
              .toList();
      List<Future<float[]>> results = threads.invokeAll(calls);

      assertThat(results.get(2).get()).isEqualTo(results.get(0).get());
      assertThat(results.get(3).get()).isEqualTo(results.get(1).get());
      assertThat(results.get(1).get()).isNotEqualTo(results.get(0).get());
    }
  }

  @Test
  void closingWaitsForTheCallsThatRunAndRefusesLaterOnes() throws Exception {
    try (NeuralModels models = NeuralModels.open(folder, CPU);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      NeuralModel model = models.model(NAME);
      Tensor input = TestPictures.noise(model.card(), 1);
      int expected = model.run(input).size();
      CountDownLatch running = new CountDownLatch(3);
      Callable<Integer> untilClosed =
          () -> {
            running.countDown();
            while (true) {
              try {
                assertThat(model.run(input)).hasSize(expected);
              } catch (ModelException e) {
                assertThat(e).hasMessage(NAME + " is closed");
                return 0;
              }
            }
          };
      List<Future<Integer>> calls =
          Stream.generate(() -> threads.submit(untilClosed)).limit(3).toList();
      running.await();
      model.close();
      for (Future<Integer> call : calls) {
        assertThat(call.get()).isZero();
      }
    }
  }

  @Test
  void refusesAWrongInputShapeAsMisuse() {
    try (NeuralModels models = NeuralModels.open(folder, CPU)) {
      NeuralModel model = models.model(NAME);

      assertThatThrownBy(() -> model.run(Tensor.zeros(1, 3, 128, 127)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(NAME + " takes [1, 3, 128, 128], got [1, 3, 128, 127]");
    }
  }

  @Test
  void closedModelsStayClosed() {
    NeuralModels models = NeuralModels.open(folder, CPU);
    models.close();

    assertThatThrownBy(() -> models.model(NAME))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void oneFlippedBitIsFound() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertFails(file.toString(), "damaged");
  }

  @Test
  void missingFileIsNamed() throws IOException {
    Files.delete(file);

    assertFails(file + " is missing");
  }

  @Test
  void missingModelIsNamed() throws IOException {
    Files.delete(card);

    assertFails(card + " is missing");
  }

  @Test
  void aFileThatIsNoTorchScriptIsNamed() throws IOException {
    byte[] nonsense = {1, 2, 3};
    Files.write(file, nonsense);
    edit("sha256: [0-9a-f]+", "sha256: " + ModelFiles.sha256(nonsense));

    assertFails(file + " cannot be read by libtorch");
  }

  @Test
  void aCardThatLiesAboutTheOutputsIsFound() throws IOException {
    edit("896, 16", "896, 17");
    try (NeuralModels models = NeuralModels.open(folder, CPU)) {
      NeuralModel model = models.model(NAME);

      assertThatThrownBy(() -> model.run(Tensor.zeros(1, 3, 128, 128)))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining(NAME)
          .hasMessageContaining("1x896x16")
          .hasMessageContaining("[1, 896, 17]");
    }
  }

  @Test
  void aCardInTheWrongDirectoryIsFound() throws IOException {
    edit("name: " + NAME, "name: somebody-else");

    assertFails(card.toString(), "somebody-else");
  }

  @Test
  void aMissingModelsDirectoryIsNamed() {
    assertThatThrownBy(() -> NeuralModels.open(folder.resolve("nowhere"), CPU))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(folder.resolve("nowhere").toString());
  }

  @Test
  void aGpuThatIsNotThereIsSaidPlainly() {
    try (NeuralModels models = NeuralModels.open(folder, new InferenceSettings(Device.AUTO, 1))) {
      assumeTrue(models.model(NAME).device().equals("cpu"));
    }
    assertThatThrownBy(() -> NeuralModels.open(folder, new InferenceSettings(Device.GPU, 1)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("the GPU was asked for")
        .hasMessageContaining("use device AUTO or CPU");
  }

  private void edit(String pattern, String replacement) throws IOException {
    String before = Files.readString(card);
    String after = before.replaceFirst(pattern, replacement);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(card, after);
  }

  private void assertFails(String... parts) {
    try (NeuralModels models = NeuralModels.open(folder, CPU)) {
      assertThatThrownBy(() -> models.model(NAME))
          .isInstanceOf(ModelException.class)
          .hasMessageContainingAll(parts)
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
  }
}
