package io.anju.repayment.reconciliation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.reconciliation.model.Sides.Ordered;
import io.anju.repayment.reconciliation.model.Sides.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Orders, files and postings at random over several days: whatever happened, the breaks explain the difference between
 * the rail and the ledger to the fen, day by day and in all.
 */
class ComparisonPropertiesTest {

    private static final int DAYS = 4;
    private static final List<String> REFERENCES = List.of("a", "b", "c", "d", "e", "f");
    private static final long[] AMOUNTS = {1, 70, 449_045, -1, -100_000_000};

    private record Listed(String reference, boolean succeeded, long amount) {}

    private record Posted(String reference, long amount) {}

    /** Everything that the sides hold, by day. */
    private static final class World {
        private final Map<String, Ordered> orders = new HashMap<>();
        private final List<List<Listed>> files = new ArrayList<>();
        private final List<List<Posted>> postings = new ArrayList<>();

        World(Random random) {
            for (String reference : REFERENCES) {
                if (random.nextInt(5) > 0) {
                    orders.put(
                            reference,
                            new Ordered(State.values()[random.nextInt(3)], amount(random), random.nextBoolean()));
                }
            }
            for (int day = 0; day < DAYS; day++) {
                List<Listed> file = new ArrayList<>();
                List<Posted> posted = new ArrayList<>();
                for (String reference : REFERENCES) {
                    for (int copy = random.nextInt(4) - 1; copy > 0; copy--) {
                        file.add(new Listed(reference, random.nextInt(4) > 0, likely(random, reference)));
                    }
                    if (random.nextInt(3) == 0) {
                        posted.add(new Posted(reference, likely(random, reference)));
                    }
                }
                files.add(file);
                postings.add(posted);
            }
        }

        /** Mostly what was ordered, so that the sides agree now and then. */
        private long likely(Random random, String reference) {
            Ordered order = orders.get(reference);
            return order == null || random.nextInt(3) == 0 ? amount(random) : order.amount();
        }

        private static long amount(Random random) {
            return AMOUNTS[random.nextInt(AMOUNTS.length)];
        }

        List<Comparison> compare(int day) {
            var references = new TreeSet<String>();
            files.get(day).forEach(line -> references.add(line.reference()));
            postings.get(day).forEach(posted -> references.add(posted.reference()));
            return references.stream()
                    .map(reference -> Comparison.of(sides(reference, day)))
                    .toList();
        }

        private Sides sides(String reference, int day) {
            List<Long> told = succeeded(reference, day, day);
            List<Long> before = succeeded(reference, 0, day - 1);
            return new Sides(
                    reference,
                    told.size(),
                    (int) files.get(day).stream()
                            .filter(line -> line.reference().equals(reference) && !line.succeeded())
                            .count(),
                    told.isEmpty() ? 0 : told.getFirst(),
                    told.stream().mapToLong(fen -> fen).sum(),
                    before.isEmpty() ? 0 : before.getFirst(),
                    orders.get(reference),
                    booked(reference, day, day),
                    booked(reference, 0, day),
                    booked(reference, day + 1, DAYS - 1));
        }

        private List<Long> succeeded(String reference, int from, int to) {
            return files.subList(from, to + 1).stream()
                    .flatMap(List::stream)
                    .filter(line -> line.reference().equals(reference) && line.succeeded())
                    .map(Listed::amount)
                    .toList();
        }

        private long booked(String reference, int from, int to) {
            return postings.subList(from, to + 1).stream()
                    .flatMap(List::stream)
                    .filter(posted -> posted.reference().equals(reference))
                    .mapToLong(Posted::amount)
                    .sum();
        }

        /** Sum of the file less sum of the ledger, without looking at references at all. */
        long difference(int day) {
            return files.get(day).stream()
                            .filter(Listed::succeeded)
                            .mapToLong(Listed::amount)
                            .sum()
                    - postings.get(day).stream().mapToLong(Posted::amount).sum();
        }
    }

    @Property(tries = 2_000)
    void theBreaksExplainTheDifferenceToTheFen(@ForAll long seed) {
        var world = new World(new Random(seed));
        for (int day = 0; day < DAYS; day++) {
            List<Comparison> compared = world.compare(day);
            long explained = compared.stream()
                    .mapToLong(one -> one.carried()
                            + one.findings().stream()
                                    .mapToLong(Finding::difference)
                                    .sum())
                    .sum();

            assertEquals(world.difference(day), explained, "day " + day);
        }
    }
}
