package io.anju.launcher.stack;

import io.anju.launcher.LaunchFailure;
import io.anju.launcher.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Waits until programs can do their work, and says which one cannot. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(5);
    private static final int LINES_SHOWN = 12;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** Returns when all are ready; each one is handed on as soon as it is. */
    void await(List<Child> children, Consumer<Child> readied) {
        var waitingFor = new ArrayList<>(children);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!waitingFor.isEmpty()) {
            waitingFor.removeIf(child -> {
                boolean ready = isReady(child);
                if (ready) {
                    readied.accept(child);
                }
                return ready;
            });
            if (!waitingFor.isEmpty() && System.nanoTime() > deadline) {
                throw failure(waitingFor.getFirst(), "is not ready after " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    private boolean isReady(Child child) {
        if (!child.isAlive()) {
            throw failure(child, child.ending() + " while starting");
        }
        return answers(child.program().ready());
    }

    /** Whether a readiness endpoint says yes now. */
    boolean answers(URI endpoint) {
        try {
            var request = HttpRequest.newBuilder(endpoint).timeout(ONE_ANSWER).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static LaunchFailure failure(Child child, String what) {
        var text = new StringBuilder(
                child.program().name() + " " + what + "; see " + child.log().path());
        child.log().lastLines(LINES_SHOWN).forEach(line -> text.append("\n    ").append(line));
        return new LaunchFailure(text.toString());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while waiting", stopped);
        }
    }
}
