package io.anju.bench.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes use, as Linux tells it in /proc; zero elsewhere. */
public final class Usage {

    private static final int UTIME = 11;
    private static final int MILLIS_PER_TICK = 10;

    private Usage() {}

    /** Processor time of a process, its children, and those children that have ended; in milliseconds. */
    public static long cpuMillis(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(one -> ticks(one.pid()))
                        .sum()
                * MILLIS_PER_TICK;
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = UTIME; i < UTIME + 4; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Memory that a process has at the moment, in MB. */
    public static long memoryMb(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("[^0-9]", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException e) {
            return 0;
        }
    }
}
