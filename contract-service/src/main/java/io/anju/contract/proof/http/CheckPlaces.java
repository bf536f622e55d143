package io.anju.contract.proof.http;

import io.anju.contract.proof.CheckConfig;
import io.anju.contract.proof.ContractChecks;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Strangers' files are held in memory while they arrive and are checked: so many at once, each of so many bytes at most. What {@link ContractChecks} has taken in counts there, whoever still waits for it. */
class CheckPlaces {
    /** A contract is some 150 kB; two megabytes leave room for any. */
    static final int BYTES_MOST = 2 * 1024 * 1024;

    private final Semaphore free;

    CheckPlaces(CheckConfig config) {
        this.free = new Semaphore(config.atOnce());
    }

    /** Before the body is read: a place is held until the answer is sent or the caller is gone. */
    @Admitted
    @ServerRequestFilter
    public void admit(ContainerRequestContext request, RoutingContext context) {
        String declared = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (declared != null) {
            requireSmall(Long.parseLong(declared));
        }
        if (!free.tryAcquire()) {
            throw ContractChecks.tooMany();
        }
        context.addEndHandler(end -> free.release());
    }

    /** Refuses a file larger than any contract. */
    static void requireSmall(long bytes) {
        if (bytes > BYTES_MOST) {
            throw new ProblemException(Problem.of(413, "BODY_TOO_LARGE", Map.of("maximum", BYTES_MOST)));
        }
    }
}
