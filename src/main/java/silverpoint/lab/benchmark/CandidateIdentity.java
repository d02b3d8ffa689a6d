package silverpoint.lab.benchmark;

/**
 * Who a candidate is.
 *
 * @param name unique in a run
 * @param task such as "line-art"
 * @param kind "model", "classical" or "pipeline"
 * @param licence SPDX identifier
 * @param sha256 of the model file; empty for what has none
 * @param device where it computes, such as "cpu"
 */
public record CandidateIdentity(
    String name, String task, String kind, String licence, String sha256, String device) {}
