package io.anju.gateway.proxy;

import io.anju.kit.problem.Problem;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** What a caller is told when a service gives no answer. */
final class Failures {
    private Failures() {}

    /**
     * Nothing was sent: 503, and trying again helps. Too late: 504. Broken off in between: 502. After the last two nobody knows whether the work was done, which is what
     * Idempotency-Key is for.
     */
    static Problem problem(String service, Throwable failure, boolean late) {
        if (late) {
            return Problem.of(504, "SERVICE_LATE", Map.of("service", service));
        }
        return nothingWasSent(failure)
                ? Problem.unavailable(service)
                : Problem.of(502, "SERVICE_BROKE_OFF", Map.of("service", service));
    }

    private static boolean nothingWasSent(Throwable failure) {
        return failure instanceof FaultToleranceException
                || failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof ConnectionPoolTooBusyException
                || failure instanceof io.netty.channel.ConnectTimeoutException;
    }
}
