package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.Ports;
import io.anju.launcher.Terminal;
import io.anju.launcher.keys.Secrets;
import io.anju.launcher.postgres.Postgres;
import io.anju.launcher.process.RunFiles;
import io.anju.launcher.process.RunningProcess;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code ./anju status}: one line per program; the exit status is 0 only when all of them are ready. */
public final class Status {

    private final Home home;
    private final Terminal terminal;
    private final Readiness readiness = new Readiness();

    /** The stack in this home. */
    public Status(Home home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
    }

    /** Prints the table. */
    public int run() {
        if (StackLock.supervisor(home).isEmpty()) {
            terminal.line("the stack is down");
            return 1;
        }
        Ports ports = UpState.ports(home);
        boolean allReady = true;
        for (Map.Entry<String, Integer> program : ports.programs().entrySet()) {
            State state = state(program.getKey(), program.getValue());
            terminal.line(String.format(
                    Locale.ROOT,
                    "%-18s %-9s port %d%s",
                    program.getKey(),
                    state.word,
                    program.getValue(),
                    state.pid.map(pid -> ", process " + pid).orElse("")));
            allReady &= state.isReady();
        }
        return allReady ? 0 : 1;
    }

    /** The public address of the stack that is up; the usual one otherwise. */
    public static String origin(Home home) {
        return UpState.ports(home).origin();
    }

    private record State(String word, Optional<Long> pid) {
        boolean isReady() {
            return word.equals("ready");
        }
    }

    private State state(String name, int port) {
        if (name.equals(Postgres.NAME)) {
            var postgres = new Postgres(home, port, new Secrets(home.secrets()).databaseSuperuser());
            return postgres.isRunning() ? new State("ready", postgres.pid()) : new State("dead", Optional.empty());
        }
        Optional<Long> pid = new RunFiles(home.run()).find(name).map(RunningProcess::pid);
        if (pid.isEmpty()) {
            return new State("dead", pid);
        }
        String path = name.equals("sandbox") ? "/business-date" : "/q/health/ready";
        return new State(readiness.answers(URI.create(Ports.url(port) + path)) ? "ready" : "not ready", pid);
    }
}
