package io.anju.launcher.process;

import io.anju.launcher.LaunchFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program while it runs. */
public final class Child {

    /**
     * Keeps Ctrl-C at the terminal from reaching the child: an ignored signal stays ignored across exec, and the
     * launcher can then stop the children in their order.
     */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final Program program;
    private final Process process;
    private final RunningProcess running;
    private final LogFile log;
    private final RunFiles runFiles;

    private Child(Program program, Process process, LogFile log, RunFiles runFiles) {
        this.program = program;
        this.process = process;
        this.running = RunningProcess.of(program.name(), process.toHandle());
        this.log = log;
        this.runFiles = runFiles;
    }

    /** Starts a program and writes it down. */
    public static Child start(Program program, LogFile log, RunFiles runFiles) {
        log.begin();
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.addAll(program.command());
        var builder = new ProcessBuilder(command)
                .directory(program.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        builder.environment().putAll(program.settings());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            var child = new Child(program, process, log, runFiles);
            runFiles.add(child.running);
            return child;
        } catch (IOException refused) {
            throw new LaunchFailure(program.name() + " could not be started: " + refused.getMessage(), refused);
        }
    }

    /** What runs. */
    public Program program() {
        return program;
    }

    /** Its log. */
    public LogFile log() {
        return log;
    }

    /** The number by which the operating system knows it. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** How it ended, in words. */
    public String ending() {
        int status = process.exitValue();
        return status > 128 ? "killed by signal " + (status - 128) : "ended with status " + status;
    }

    /** Asks it to end without waiting. */
    public void askToStop() {
        running.askToStop();
    }

    /** Stops it and forgets it. */
    public void stop(Duration patience) {
        running.stop(patience);
        process.onExit().join();
        runFiles.remove(program.name());
    }
}
