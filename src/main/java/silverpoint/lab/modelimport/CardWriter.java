package silverpoint.lab.modelimport;

import java.util.Locale;
import silverpoint.foundation.inference.ModelCard;

/** Writes a {@link ModelCard} as YAML, laid out for people to read. */
final class CardWriter {
  private CardWriter() {}

  static String write(ModelCard card) {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        """
        name: %s
        task: %s
        file: %s
        sha256: %s
        input:
          shape: %s
          layout: %s
          channels: %s
          range: %s
          meaning: %s
        outputs:
        """
            .formatted(
                card.name(),
                lowerCase(card.task()),
                card.file(),
                card.sha256(),
                card.input().shape(),
                card.input().layout(),
                card.input().channels(),
                list(card.input().range()),
                quoted(card.input().meaning())));
    for (ModelCard.Output output : card.outputs()) {
      yaml.append("  - name: ").append(output.name()).append('\n');
      yaml.append("    shape: ").append(output.shape()).append('\n');
      output.range().ifPresent(range -> yaml.append("    range: " + list(range) + "\n"));
      yaml.append("    meaning: ").append(quoted(output.meaning())).append('\n');
    }
    yaml.append("licence: ").append(card.licence()).append('\n');
    yaml.append("source: ").append(quoted(card.source())).append('\n');
    card.notes().ifPresent(notes -> yaml.append("notes: " + quoted(notes) + "\n"));
    return yaml.toString();
  }

  private static String lowerCase(ModelCard.Task task) {
    return task.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String list(ModelCard.Range range) {
    return "[" + range.min() + ", " + range.max() + "]";
  }

  /** A YAML scalar in double quotes, where nothing but backslash and quote has a meaning. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
