package io.anju.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jboss.resteasy.reactive.common.core.BlockingNotAllowedException;

/** Lets a check look at a request's body before the endpoint does. */
public final class RequestBodies {

    private RequestBodies() {}

    /**
     * The body as it was sent; the endpoint can still read it. Empty for an endpoint that takes no body: nothing of
     * what was sent is read for it, so nothing of it can matter.
     */
    public static byte[] peek(ContainerRequestContext request) throws IOException {
        var body = read(request);
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    private static byte[] read(ContainerRequestContext request) throws IOException {
        try {
            return request.getEntityStream().readAllBytes();
        } catch (BlockingNotAllowedException notBuffered) {
            return new byte[0];
        }
    }
}
