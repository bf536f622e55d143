package io.anju.launcher.stack;

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
            var ports = new Ports(other.getLocalPort() - new Ports(0).sandbox());

            var failure = assertThrows(LaunchFailure.class, () -> Preconditions.check(new Home(folder, folder), ports));

            // Of the ports beside it another program may have one as well, and is named first then.
            String said = failure.getMessage();
            assertTrue(
                    said.startsWith("port " + other.getLocalPort() + " (sandbox) is taken")
                            || said.matches("(?s)port \\d+ \\((?!sandbox)[\\w-]+\\) is taken.*"),
                    said);
        }
    }
}
