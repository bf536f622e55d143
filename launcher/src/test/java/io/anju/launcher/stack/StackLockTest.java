package io.anju.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.launcher.Home;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLockTest {

    @TempDir
    private Path folder;

    @Test
    void tellsWhoSupervisesUntilItIsReleased() {
        var home = new Home(folder, folder);
        home.create();

        StackLock lock = StackLock.take(home);

        assertEquals(
                ProcessHandle.current().pid(),
                StackLock.supervisor(home).orElseThrow().pid());
        lock.release(home);
        assertTrue(StackLock.supervisor(home).isEmpty());
    }
}
