package io.anju.launcher.stack;

import io.anju.launcher.LaunchFailure;
import io.anju.launcher.Terminal;
import io.anju.launcher.process.Child;
import io.anju.launcher.process.LogFollower;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Watches a stack that is up: reports the dead, restarts on request, shows and limits the logs. */
final class Supervisor {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ROUNDS_PER_LOG_CHECK = 300;

    private final Stack stack;
    private final RestartRequests requests;
    private final Terminal terminal;
    private final boolean showsLogs;
    private final Set<Long> reportedDead = new HashSet<>();
    private final Map<String, LogFollower> followers = new HashMap<>();

    Supervisor(Stack stack, RestartRequests requests, Terminal terminal, boolean showsLogs) {
        this.stack = stack;
        this.requests = requests;
        this.terminal = terminal;
        this.showsLogs = showsLogs;
    }

    /** Watches until the stack is stopped. */
    void watch() throws InterruptedException {
        requests.clear();
        for (long round = 0; !stack.isStopping(); round++) {
            requests.list().forEach(this::restart);
            stack.children().values().forEach(this::look);
            if (round % ROUNDS_PER_LOG_CHECK == 0) {
                stack.children().values().forEach(child -> child.log().limit());
            }
            Thread.sleep(PAUSE);
        }
    }

    private void look(Child child) {
        String name = child.program().name();
        if (showsLogs) {
            followers
                    .computeIfAbsent(
                            name, added -> new LogFollower(child.log().path(), line -> terminal.log(added, line)))
                    .poll();
        }
        if (!child.isAlive() && !stack.isStopping() && reportedDead.add(child.pid())) {
            terminal.problem(name + " " + child.ending() + "; start it again with ./anju restart " + name);
        }
    }

    private void restart(String name) {
        if (!stack.has(name)) {
            requests.answer(name, "there is no " + name);
            return;
        }
        try {
            stack.restart(name);
            terminal.line(name + " runs again");
            requests.answer(name, "");
        } catch (LaunchFailure failed) {
            terminal.problem(String.valueOf(failed.getMessage()));
            requests.answer(name, String.valueOf(failed.getMessage()));
        }
    }
}
