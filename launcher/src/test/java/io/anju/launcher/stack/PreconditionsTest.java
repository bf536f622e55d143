package io.anju.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsTest {

    @TempDir
    private Path folder;

    @Test
    void nameTheTakenPortAndWhatWantedIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // The first that is looked at: another program that has one of those beside it is not named before.
            var ports = new Ports(other.getLocalPort() - new Ports(0).database());

            var failure = assertThrows(LaunchFailure.class, () -> Preconditions.check(new Home(folder, folder), ports));

            assertTrue(failure.getMessage().startsWith("port " + other.getLocalPort() + " (postgres) is taken"));
        }
    }

    @Test
    void nameWhatIsFreeAndWhatIsNeededOfADiskThatIsNearlyFull() {
        var home = new Home(folder, folder);

        var failure = assertThrows(LaunchFailure.class, () -> Preconditions.requireSpace(home, 2_047L << 20));

        assertEquals("the disk is nearly full: 2047 MiB free at " + folder + ", 2048 MiB needed", failure.getMessage());
        assertDoesNotThrow(() -> Preconditions.requireSpace(home, 2_048L << 20));
    }
}
