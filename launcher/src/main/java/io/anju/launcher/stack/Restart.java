package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.Terminal;
import java.time.Duration;
import java.util.Optional;

/** {@code ./anju restart SERVICE}: stops one program if it runs and starts it again. */
public final class Restart {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Home home;
    private final Terminal terminal;

    /** The stack in this home. */
    public Restart(Home home, Terminal terminal) {
        this.home = home;
        this.terminal = terminal;
    }

    /** Returns when the program is ready again. */
    public int run(String name) throws InterruptedException {
        if (!UpState.isReady(home) || StackLock.supervisor(home).isEmpty()) {
            throw new LaunchFailure("the stack is not up: ./anju up");
        }
        if (StopOrder.STAGES.stream().noneMatch(stage -> stage.contains(name))) {
            throw new LaunchFailure("there is no " + name + "; ./anju status names what there is");
        }
        var requests = new RestartRequests(home);
        requests.ask(name);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && StackLock.supervisor(home).isPresent()) {
            Optional<String> answer = requests.answer(name);
            if (answer.isPresent()) {
                return report(name, answer.get());
            }
            Thread.sleep(PAUSE);
        }
        throw new LaunchFailure("the supervisor did not answer; ./anju status");
    }

    private int report(String name, String answer) {
        if (!answer.isEmpty()) {
            throw new LaunchFailure(answer);
        }
        terminal.line(name + " runs again");
        return 0;
    }
}
