package io.anju.bench.schedule;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time of the measuring thread per schedule, contenders taking turns in short slices, median over the rounds: what
 * a neighbour on the machine takes does not count. First every contender is checked, and a wrong one has no figure.
 *
 * <p>Arguments: rounds (15) and milliseconds per slice (150).
 */
public final class CpuTime {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 5;
    private static final int AT_ONCE = 20;

    /** Keeps results from being optimised away. */
    static volatile Object sink = "";

    private record Cost(double micros, double bytes) {}

    private CpuTime() {}

    /** Runs all contenders and prints a line for each. */
    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        long sliceNanos = 1_000_000L * (args.length > 1 ? Integer.parseInt(args[1]) : 150);
        if (!soundOrSaysWhy()) {
            System.exit(1);
        }
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (String name : Contenders.names()) {
                Cost cost = measure(Contenders.named(name), sliceNanos);
                if (round >= 0) {
                    costs.computeIfAbsent(name, _ -> new ArrayList<>()).add(cost);
                }
            }
        }
        print(costs);
    }

    private static Cost measure(Contender contender, long sliceNanos) {
        int done = 0;
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        long start = THREAD.getCurrentThreadCpuTime();
        long spent;
        do {
            for (int i = 0; i < AT_ONCE; i++) {
                sink = contender.run(Loan.of(done++));
            }
            spent = THREAD.getCurrentThreadCpuTime() - start;
        } while (spent < sliceNanos);
        return new Cost(spent / 1000.0 / done, (THREAD.getCurrentThreadAllocatedBytes() - bytes) / (double) done);
    }

    private static void print(Map<String, List<Cost>> costs) {
        double limit = median(costs.getOrDefault(Contenders.LIMIT, List.of()));
        System.out.printf(
                "%n%-14s %12s %14s %9s %14s%n", "contender", "us CPU", "per s and core", "x limit", "B allocated");
        costs.forEach((name, rounds) -> {
            double micros = median(rounds);
            System.out.printf(
                    "%-14s %12.2f %14.0f %9.1f %14.0f%n",
                    name, micros, 1e6 / micros, micros / limit, rounds.getLast().bytes());
        });
    }

    private static double median(List<Cost> costs) {
        return costs.stream()
                .mapToDouble(Cost::micros)
                .sorted()
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Every schedule closes at zero; rows that differ from ours are counted, since doubles may differ by a fen. */
    private static boolean soundOrSaysWhy() {
        boolean sound = true;
        for (String name : Contenders.names()) {
            int differing = 0;
            int open = 0;
            for (int i = 0; i < Loan.count(); i++) {
                List<Contender.Row> expected = new Anju().rows(Loan.of(i));
                List<Contender.Row> rows = Contenders.named(name).rows(Loan.of(i));
                long repaid = rows.stream().mapToLong(Contender.Row::principal).sum();
                open += repaid == Loan.of(i).principal() && rows.getLast().balance() == 0 ? 0 : 1;
                for (int k = 0; k < rows.size(); k++) {
                    differing += rows.get(k).equals(expected.get(k)) ? 0 : 1;
                }
            }
            System.out.printf(
                    "check %-14s not closed %d, rows that differ from anju %d of %d%n",
                    name, open, differing, Loan.count() * Loan.MONTHS);
            sound &= open == 0;
        }
        return sound;
    }
}
