package silverpoint.lab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Judges on this machine, one picture after the other, and keeps every one for a run that goes on.
 *
 * @param truth what people say about the pictures
 * @param parts judged pictures
 * @param stop asked between pictures; true ends it
 */
public record LocalJury(Truth truth, FinishedParts parts, BooleanSupplier stop) implements Jury {
  @Override
  public List<Judged> judge(
      CandidateSource source, Candidate candidate, Corpus corpus, DoubleConsumer done) {
    List<Judged> judged = new ArrayList<>();
    for (Picture picture : corpus.pictures()) {
      if (stop.getAsBoolean()) {
        break;
      }
      done.accept((double) judged.size() / corpus.pictures().size());
      String key = source.fingerprint() + "/" + picture.name();
      Optional<JudgedRow> known = parts.find(key, JudgedRow.class);
      Judged one =
          known.isPresent()
              ? known.get().judged(picture, truth)
              : Judged.of(candidate, picture, truth);
      if (known.isEmpty()) {
        parts.keep(key, JudgedRow.of(one));
      }
      judged.add(one);
    }
    return judged;
  }
}
