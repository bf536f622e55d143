package io.anju.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.launcher.LaunchFailure;
import io.anju.launcher.Ports;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpOptionsTest {

    @Test
    void startsInTheForegroundOnTheUsualPortsUnlessTold() {
        assertEquals(new UpOptions(false, false, false, true, 0), UpOptions.parse(List.of()));
    }

    @Test
    void takesItsOptionsInAnyOrder() {
        assertEquals(
                new UpOptions(true, true, false, true, 100),
                UpOptions.parse(List.of("--port-offset", "100", "--detach", "--fresh")));
    }

    @Test
    void handsTheBackgroundProcessEverythingButDetach() {
        var wanted = new UpOptions(true, true, false, false, 7);

        assertEquals(
                new UpOptions(true, false, true, false, 7),
                UpOptions.parse(wanted.forSupervisor().subList(1, 6)));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThrows(LaunchFailure.class, () -> UpOptions.parse(List.of("--fast")));
        assertThrows(LaunchFailure.class, () -> UpOptions.parse(List.of("--port-offset", "many")));
        assertThrows(LaunchFailure.class, () -> new Ports(60_000));
    }
}
