package io.anju.bench.ledger;

import io.anju.bench.kit.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the parts and prints, for each contender, the median of its rounds, their spread and its ratio to the base. */
public final class LedgerBench {

    private LedgerBench() {}

    /** {@code batches}, {@code payments}, {@code ours}, or nothing for the first two. */
    public static void main(String[] args) throws Exception {
        String part = args.length == 0 ? "all" : args[0];
        try (Server server = Server.start("bench_ledger")) {
            switch (part) {
                case "ours" -> ours(server);
                case "batches" -> Batches.compare(server);
                case "payments" -> Payments.compare(server);
                case "all" -> {
                    Batches.compare(server);
                    Payments.compare(server);
                }
                default -> throw new IllegalArgumentException("no part " + part);
            }
        }
        System.exit(0);
    }

    private static void ours(Server server) throws Exception {
        int clients = setting("C", 1);
        try (Batches batches = Batches.prepare(server, clients)) {
            System.out.printf("tps = %.1f%n", batches.anju(clients, setting("S", 5)));
        }
    }

    static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** Prints the contenders, the base first. */
    static void print(String unit, String base, Map<String, List<Double>> rates) {
        System.out.printf("%n%-22s %14s %22s %10s%n", "contender", unit, "rounds", "x " + base);
        double measure = median(rates.getOrDefault(base, List.of()));
        rates.forEach((name, rounds) -> System.out.printf(
                "%-22s %14.0f %10.0f … %9.0f %10.2f%n",
                name,
                median(rounds),
                rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                median(rounds) / measure));
    }

    private static double median(List<Double> rounds) {
        List<Double> sorted = new ArrayList<>(rounds);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }
}
