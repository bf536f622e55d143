package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.process.RunFiles;
import io.anju.launcher.process.RunningProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One supervisor per state folder. The operating system frees the lock when the supervisor ends, however it ends. */
final class StackLock {

    static final String SUPERVISOR = "supervisor";

    private final FileLock lock;

    private StackLock(FileLock lock) {
        this.lock = lock;
    }

    /** Takes the lock and writes this process down as the supervisor. */
    static StackLock take(Home home) {
        try {
            FileChannel channel = FileChannel.open(
                    home.run().resolve("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new LaunchFailure("the stack is up already"
                        + supervisor(home)
                                .map(process -> " (process " + process.pid() + ")")
                                .orElse("") + ": ./anju status, ./anju down");
            }
            new RunFiles(home.run()).add(RunningProcess.of(SUPERVISOR, ProcessHandle.current()));
            return new StackLock(lock);
        } catch (IOException unwritable) {
            throw new LaunchFailure("cannot write to " + home.run() + ": " + unwritable.getMessage(), unwritable);
        }
    }

    /** The supervisor that runs now. */
    static Optional<RunningProcess> supervisor(Home home) {
        return new RunFiles(home.run()).find(SUPERVISOR);
    }

    /** Frees the lock at the end of an orderly stop. */
    void release(Home home) {
        new RunFiles(home.run()).remove(SUPERVISOR);
        try {
            lock.acquiredBy().close();
        } catch (IOException alreadyGone) {
            // The process ends next, which frees it in any case.
        }
    }
}
