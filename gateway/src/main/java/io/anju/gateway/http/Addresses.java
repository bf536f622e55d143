package io.anju.gateway.http;

import io.anju.kit.http.Networks;
import io.vertx.core.http.HttpServerRequest;

/** The network address that a request came from; behind a balancer, what {@code quarkus.http.proxy} was told to trust. */
public final class Addresses {
    private Addresses() {}

    /** The address as text. */
    public static String of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        var host = remote == null ? null : remote.hostAddress();
        return host == null ? "unknown" : host;
    }

    /** What limits are counted for. */
    public static String network(HttpServerRequest request) {
        return Networks.of(of(request));
    }
}
