package silverpoint.foundation.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCardsTest {
  static final String CARD =
      """
      name: halves
      task: line-art
      file: halves.pt
      sha256: 0123456789012345678901234567890123456789012345678901234567890123
      input:
        shape: [1, 3, -1, -1]
        layout: NCHW
        channels: RGB
        range: [0.0, 1.0]
        meaning: any picture
      outputs:
        - name: points
          shape: [1, 1404]
          range: [0.0, 192.0]
          meaning: x, y, z
        - name: presence
          shape: [1, 1]
          meaning: logit
      licence: Apache-2.0
      source: nowhere
      """;

  @TempDir Path folder;

  private ModelCard read(String yaml) throws IOException {
    return ModelCards.read(Files.writeString(folder.resolve("card.yaml"), yaml));
  }

  @Test
  void readsEveryKey() throws IOException {
    ModelCard card = read(CARD + "notes: slow\n");

    assertThat(card.name()).isEqualTo("halves");
    assertThat(card.task()).isEqualTo(ModelCard.Task.LINE_ART);
    assertThat(card.input().shape()).containsExactly(1L, 3L, -1L, -1L);
    assertThat(card.input().range()).isEqualTo(new ModelCard.Range(0, 1));
    assertThat(card.outputs())
        .isEqualTo(
            List.of(
                new ModelCard.Output(
                    "points",
                    List.of(1L, 1404L),
                    Optional.of(new ModelCard.Range(0, 192)),
                    "x, y, z"),
                new ModelCard.Output("presence", List.of(1L, 1L), Optional.empty(), "logit")));
    assertThat(card.notes()).contains("slow");
  }

  @Test
  void notesMayBeLeftOut() throws IOException {
    assertThat(read(CARD).notes()).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "licence: Apache-2.0     | licence: Apache-2.0\\ncolour: red | unknown key: colour",
        "channels: RGB           | channels: RGB\\n  colour: red     | unknown key: input.colour",
        "meaning: logit          | means: logit        | outputs.1.meaning",
        "source: nowhere         | ''                  | source",
        "source: nowhere         | source:             | source",
        "range: [0.0, 1.0]       | range: [1.0, 0.0]   | bad range [1.0, 0.0]",
        "shape: [1, 3, -1, -1]   | shape: [1, 3, 0, 0] | [1, 3, 0, 0]",
        "sha256: 0123            | sha256: xyz         | sha256 must be 64 hexadecimal digits",
        "task: line-art          | task: cooking       | task must be face-detection or face-mesh or person-mask or line-art, not 'cooking'",
        "channels: RGB           | channels: CMYK      | input.channels must be RGB or BGR, not 'CMYK'",
        "range: [0.0, 1.0]       | range: all          | input.range must be a list",
        "shape: [1, 1404]        | shape: [1, many]    | outputs.0.shape.1 must be a number, not 'many'",
        "shape: [1, 1404]        | shape: many         | outputs.0.shape must be a list",
        "outputs:                | outputs: none\\nmore:     | outputs must be a list",
        "input:                  | input: none\\nmore:       | input must be a group of keys",
        "name: halves            | name: a: b          | this is not YAML, line 1",
        "name: halves            | - name              | the card must be a group of keys",
        "file: halves.pt         | file: ../halves.pt  | ../halves.pt",
        "name: presence          | name: points        | two outputs are named 'points'",
      })
  void namesFileAndKeyAtFault(String good, String bad, String message) {
    String yaml = CARD.replace(good, bad.replace("\\n", "\n"));
    assertThat(yaml).isNotEqualTo(CARD);

    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(folder.resolve("card.yaml").toString())
        .hasMessageContaining(message)
        .satisfies(
            e -> assertThat(e.getMessage()).doesNotContain("\n", "silverpoint.", "java.", "git "));
  }

  @Test
  void aMissingCardIsNamed() {
    assertThatThrownBy(() -> ModelCards.read(folder.resolve("card.yaml")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("card.yaml is missing");
  }
}
