package io.anju.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.gateway.routing.Route;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final String ONE = "192.0.2.1";
    private static final String OTHER = "192.0.2.2";

    private final Arrivals arrivals = new Arrivals();

    private static Route.Limits atOnce(String name, int bodies) {
        return new Route.Limits(name, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, bodies, 1, 1);
    }

    @Test
    void aNetworkThatHasAllItsPlacesTakesNoneOfAnothers() {
        var upload = atOnce("upload", 2);
        arrivals.take(ONE, upload);
        arrivals.take(ONE, upload);

        assertFalse(arrivals.take(ONE, upload).isPresent());
        assertTrue(arrivals.take(OTHER, upload).isPresent());
        assertTrue(arrivals.take(ONE, atOnce("usual", 1)).isPresent());
    }

    @Test
    void aPlaceIsGivenBackOnceHoweverOftenItIsSaid() {
        var upload = atOnce("upload", 2);
        var first = arrivals.take(ONE, upload).orElseThrow();
        arrivals.take(ONE, upload);
        first.run();
        first.run();

        assertTrue(arrivals.take(ONE, upload).isPresent());
        assertFalse(arrivals.take(ONE, upload).isPresent());
    }
}
