package io.anju.care.help.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well passages answer a question, and whether well enough to say so.
 *
 * <p>A gram that few passages hold says more than one that many hold: its weight is ln(1 + passages / holders). The
 * score is the share of the question's weight that a passage holds, 0 to 1. A gram that no passage holds weighs most,
 * so that a question about something else stays below {@link #SURE} although it shares "how do I" with every article.
 * Example: of "今天天气怎么样" the articles hold nothing, and a human is offered.
 *
 * <p>Of passages that hold as much, the one that is about it comes first: what its headings hold counts twice.
 *
 * @param passages how many passages there are
 * @param holders how many of them hold each of the question's grams; a missing gram is held by none
 */
public record Ranking(int passages, Map<String, Integer> holders) {

    /** From this score on an answer is given as one; below it articles are only suggested. */
    public static final double SURE = 0.4;

    /** Below this score an article has nothing to do with the question. */
    public static final double RELATED = 0.15;

    private static final double HOLDERS_OF_AN_UNKNOWN = 0.5;

    /**
     * A passage that may answer.
     *
     * @param grams what it is found by, its headings among them
     * @param headings the grams of its article's title and of its own heading
     */
    public record Candidate<T>(T passage, Set<String> grams, Set<String> headings) {}

    /**
     * A passage and how well it answers.
     *
     * @param score share of the question that it holds, 0 to 1
     * @param aptness score and the share that its headings hold, 0 to 2
     */
    public record Scored<T>(T passage, double score, double aptness) {

        public boolean sure() {
            return score >= SURE;
        }
    }

    public Ranking {
        holders = Map.copyOf(holders);
    }

    /** The related ones, the best first. */
    public <T> List<Scored<T>> rank(Set<String> question, List<Candidate<T>> candidates) {
        return candidates.stream()
                .map(candidate -> scored(question, candidate))
                .filter(scored -> scored.score() >= RELATED)
                .sorted(Comparator.comparingDouble((Scored<T> scored) -> scored.aptness())
                        .reversed())
                .toList();
    }

    private <T> Scored<T> scored(Set<String> question, Candidate<T> candidate) {
        var score = score(question, candidate.grams());
        return new Scored<>(candidate.passage(), score, score + score(question, candidate.headings()));
    }

    double score(Set<String> question, Set<String> grams) {
        var all = question.stream().mapToDouble(this::weight).sum();
        var held = question.stream()
                .filter(grams::contains)
                .mapToDouble(this::weight)
                .sum();
        return all == 0 ? 0 : held / all;
    }

    private double weight(String gram) {
        var held = holders.getOrDefault(gram, 0);
        return Math.log(1 + passages / (held == 0 ? HOLDERS_OF_AN_UNKNOWN : held));
    }
}
