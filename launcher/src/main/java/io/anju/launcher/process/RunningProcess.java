package io.anju.launcher.process;

import io.anju.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process known by number <em>and</em> start time, since numbers are given out again.
 *
 * @param started when the operating system says it began
 */
public record RunningProcess(String name, long pid, Instant started) {

    /** Operating systems tell start times with this much give. */
    private static final Duration GIVE = Duration.ofSeconds(2);

    private static final Duration KILL_WAIT = Duration.ofSeconds(5);

    /** The process as it stands. */
    public static RunningProcess of(String name, ProcessHandle handle) {
        return new RunningProcess(
                name, handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** Whether this very process still runs. */
    public boolean isAlive() {
        return handle().isPresent();
    }

    /** Asks it to end (SIGTERM) without waiting. */
    public void askToStop() {
        handle().ifPresent(ProcessHandle::destroy);
    }

    /** Asks it to end, waits, and ends it by force when it does not listen. */
    public void stop(Duration patience) {
        askToStop();
        if (!awaitEnd(patience)) {
            handle().ifPresent(ProcessHandle::destroyForcibly);
            if (!awaitEnd(KILL_WAIT)) {
                throw new LaunchFailure(name + " (process " + pid + ") does not die");
            }
        }
    }

    /** Ends it and what it has started by force (SIGKILL) without waiting. */
    public void kill() {
        handle().ifPresent(handle -> {
            List<ProcessHandle> started = handle.descendants().toList();
            handle.destroyForcibly();
            started.forEach(ProcessHandle::destroyForcibly);
        });
    }

    private boolean awaitEnd(Duration patience) {
        Optional<ProcessHandle> handle = handle();
        if (handle.isEmpty()) {
            return true;
        }
        try {
            handle.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return !isAlive();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::startedWhenWeThink)
                .filter(handle -> !isZombie(handle.pid()));
    }

    private boolean startedWhenWeThink(ProcessHandle handle) {
        Instant actual = handle.info().startInstant().orElse(started);
        return Duration.between(started, actual).abs().compareTo(GIVE) <= 0;
    }

    /** Dead, but nobody has collected its exit status: happens to orphans in containers without an init. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException notLinux) {
            return false;
        }
    }
}
