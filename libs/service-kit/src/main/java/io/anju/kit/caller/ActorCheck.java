package io.anju.kit.caller;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A service that acts in somebody's name does only what an endpoint says that it takes from services ({@link TakesActors}).
 *
 * <p>Any service that sees a live token of a person can exchange it (RFC 8693) for one at any other service, with all that
 * the person may do. Consenting, enrolling, signing out and the like are acts of the person: one service that was broken
 * into must not be able to do them for everybody who passes by.
 */
public class ActorCheck {

    private final Caller caller;

    ActorCheck(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    public void check(ResourceInfo endpoint) {
        // Where anyone may come nobody has been identified, and asking who it is would block.
        if (asksWhoItIs(endpoint)
                && !endpoint.getResourceMethod().isAnnotationPresent(TakesActors.class)
                && !caller.isAnonymous()
                && caller.actor().isPresent()) {
            throw new ForbiddenException();
        }
    }

    /** By the method's own word, or its class's. */
    private static boolean asksWhoItIs(ResourceInfo endpoint) {
        AnnotatedElement method = endpoint.getResourceMethod();
        return method.isAnnotationPresent(RolesAllowed.class)
                || (!method.isAnnotationPresent(PermitAll.class)
                        && endpoint.getResourceClass().isAnnotationPresent(RolesAllowed.class));
    }
}
