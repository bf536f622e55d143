package io.anju.identity.http;

import io.anju.kit.http.Networks;
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

    /** The caller's network address, as far as it is not theirs to choose: of an IPv6 address the /64, see {@link Networks}. */
    public String address() {
        var remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? UNKNOWN : Networks.of(remote.hostAddress());
    }
}
