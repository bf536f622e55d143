package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.Terminal;
import io.anju.launcher.keys.Secrets;
import io.anju.launcher.postgres.Postgres;
import io.anju.launcher.process.RunningProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code ./anju down}: stops the stack, also one whose supervisor was killed. */
public final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Home home;
    private final Terminal terminal;

    /** The stack in this home. */
    public Down(Home home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
    }

    /** Returns when nothing runs any more. */
    public int run() throws InterruptedException {
        Optional<RunningProcess> supervisor = StackLock.supervisor(home);
        if (supervisor.isPresent()) {
            stop(supervisor.get());
        }
        var postgres =
                new Postgres(home, UpState.ports(home).database(), new Secrets(home.secrets()).databaseSuperuser());
        List<String> left = Leftovers.stop(home, postgres);
        UpState.notReady(home);
        if (!left.isEmpty()) {
            terminal.line("stopped what an earlier stack left running: " + String.join(", ", left));
        } else if (supervisor.isEmpty()) {
            terminal.line("nothing is running");
            return 0;
        }
        terminal.line("stopped; data kept in " + home.data());
        return 0;
    }

    private static void stop(RunningProcess supervisor) throws InterruptedException {
        supervisor.askToStop();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (supervisor.isAlive()) {
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure(
                        "the supervisor (process " + supervisor.pid() + ") does not stop; kill it and run down again");
            }
            Thread.sleep(PAUSE);
        }
    }
}
