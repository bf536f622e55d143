package io.anju.kit.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Keeps {@code Location} a path (RFC 9110, section 10.2.2 allows it): a service does not know under which name its
 * callers reach it, and the framework's guess would name the host behind the gateway.
 */
public class LocationIsAPath {

    @ServerResponseFilter
    public void shorten(ContainerResponseContext answer) {
        if (answer.getHeaders().getFirst(HttpHeaders.LOCATION) instanceof Object location) {
            answer.getHeaders().putSingle(HttpHeaders.LOCATION, path(URI.create(location.toString())));
        }
    }

    private static String path(URI location) {
        return location.getRawQuery() == null
                ? location.getRawPath()
                : location.getRawPath() + "?" + location.getRawQuery();
    }
}
