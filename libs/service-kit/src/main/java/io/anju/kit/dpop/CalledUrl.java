package io.anju.kit.dpop;

import io.vertx.core.http.HttpServerRequest;

/**
 * The address by which a caller means us. Behind the gateway that is the public one, which only configuration knows for
 * certain; the path is the request's own.
 *
 * @param publicUrl scheme, host and port
 */
record CalledUrl(String publicUrl) {

    /**
     * The path that the caller sent where the gateway answers from several services at once. It is the gateway's word:
     * Quarkus takes {@link #FROM_PROXY} away from everybody but the proxies that it was told to trust.
     */
    static final String FORWARDED = "X-Forwarded-Uri";

    static final String FROM_PROXY = "X-Forwarded-Trusted-Proxy";

    String of(HttpServerRequest request) {
        String forwarded = request.getHeader(FORWARDED);
        boolean believed = forwarded != null && "true".equals(request.getHeader(FROM_PROXY));
        return publicUrl + withoutQuery(believed ? forwarded : request.uri());
    }

    private static String withoutQuery(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
