package io.anju.launcher.stack;

import io.anju.launcher.Folders;
import io.anju.launcher.Home;
import io.anju.launcher.Ports;
import io.anju.launcher.Terminal;
import io.anju.launcher.keys.Secrets;
import io.anju.launcher.postgres.Postgres;
import java.time.InstantSource;
import java.util.List;

/** {@code ./anju up}: starts the stack and stays with it until it is told to stop. */
public final class Up {

    private final Home home;
    private final Terminal terminal;
    private final UpOptions options;
    private final Ports ports;

    /** A stack in this home. */
    public Up(Home home, Terminal terminal, UpOptions options) {
        this.home = home;
        this.terminal = terminal;
        this.options = options;
        this.ports = new Ports(options.portOffset());
    }

    /** Runs until the stack is stopped by a signal; returns at once with {@code --detach}. */
    public int run() throws InterruptedException {
        home.create();
        if (options.detach()) {
            return new Background(home, terminal).start(options);
        }
        StackLock lock = StackLock.take(home);
        UpState.notReady(home);
        cleanUp();
        Preconditions.check(home, ports);
        var stack = new Stack(home, ports, terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, lock), "stop"));
        terminal.line("starting PostgreSQL, the sandbox, five services and the gateway");
        start(stack);
        Banner.lines(home, ports, new Secrets(home.secrets())).forEach(terminal::line);
        // After the banner: whoever waits for readiness finds all of it in the log.
        UpState.ready(home, ports);
        if (options.train()) {
            Thread.ofPlatform().name(Training.NAME).daemon().start(stack::train);
        }
        new Supervisor(stack, new RestartRequests(home), terminal, !options.supervise()).watch();
        Thread.currentThread().join();
        return 0;
    }

    private void cleanUp() {
        List<String> left = Leftovers.stop(home, database());
        if (!left.isEmpty()) {
            terminal.line("stopped what an earlier stack left running: " + String.join(", ", left));
        }
        if (options.fresh()) {
            Folders.delete(home.data());
            home.create();
        }
    }

    /** A failure that a stop has caused (its children died because they were told to) is none. */
    private static void start(Stack stack) throws InterruptedException {
        try {
            stack.start(InstantSource.system());
        } catch (RuntimeException failed) {
            if (!stack.isStopping()) {
                throw failed;
            }
            Thread.currentThread().join();
        }
    }

    private void stop(Stack stack, StackLock lock) {
        terminal.line("stopping");
        UpState.notReady(home);
        try {
            stack.stop();
            terminal.line("stopped; data kept in " + home.data());
        } catch (RuntimeException failed) {
            terminal.problem("did not stop cleanly: " + failed.getMessage());
        } finally {
            lock.release(home);
        }
    }

    private Postgres database() {
        return new Postgres(home, ports.database(), new Secrets(home.secrets()).databaseSuperuser());
    }
}
