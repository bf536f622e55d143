package io.anju.bench.identity;

import io.anju.bench.kit.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a slice of work cost: processor time of a process and of PostgreSQL beside it. */
record Cost(long operations, double seconds, double cpuMicros, double postgresMicros) {

    /** Work that tells how often it was done. */
    interface Work {
        long run() throws Exception;
    }

    /** @param who the process that does the work; its CPU and that of its children counts */
    static Cost of(ProcessHandle who, ProcessHandle postgres, Work work) throws Exception {
        long cpu = Usage.cpuMillis(who);
        long database = Usage.cpuMillis(postgres);
        long start = System.nanoTime();
        long operations = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        // The server may be a child of ours.
        boolean inside = postgres.parent().filter(who::equals).isPresent();
        long databaseCpu = Usage.cpuMillis(postgres) - database;
        long ownCpu = Usage.cpuMillis(who) - cpu - (inside ? databaseCpu : 0);
        return new Cost(operations, seconds, ownCpu * 1000.0 / operations, databaseCpu * 1000.0 / operations);
    }

    /** Processor time of both per operation. */
    double micros() {
        return cpuMicros + postgresMicros;
    }

    /** The one in the middle, by processor time. */
    static Cost median(List<Cost> rounds) {
        var sorted = new ArrayList<>(rounds);
        sorted.sort((one, other) -> Double.compare(one.micros(), other.micros()));
        return sorted.get(sorted.size() / 2);
    }

    double perSecond() {
        return operations / seconds;
    }

    static String line(String... cells) {
        return "%-34s".formatted(cells[0])
                + String.join(
                        "", Arrays.stream(cells).skip(1).map("%12s"::formatted).toList());
    }
}
