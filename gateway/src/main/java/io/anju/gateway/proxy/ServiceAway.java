package io.anju.gateway.proxy;

import io.vertx.httpproxy.ProxyResponse;

/** A service answered that it, or what it depends on, is away (502, 503, 504): counted by the breaker, and still passed on. */
final class ServiceAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProxyResponse answer;

    ServiceAway(ProxyResponse answer) {
        super("answered " + answer.getStatusCode(), null, false, false);
        this.answer = answer;
    }

    ProxyResponse answer() {
        return answer;
    }
}
