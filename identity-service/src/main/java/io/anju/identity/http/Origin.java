package io.anju.identity.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/** Where a request comes from; behind the gateway the forwarded address, believed from trusted proxies only. */
@RequestScoped
public class Origin {

    private static final String UNKNOWN = "unknown";

    private final HttpServerRequest request;

    Origin(HttpServerRequest request) {
        this.request = request;
    }

    /** The caller's network address. */
    public String address() {
        var remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? UNKNOWN : remote.hostAddress();
    }
}
