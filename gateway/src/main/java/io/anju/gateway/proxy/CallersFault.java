package io.anju.gateway.proxy;

/** A request that failed on the caller's side: gone away, or a body too large. Says nothing about the service. */
final class CallersFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallersFault(Throwable cause) {
        super("the caller broke off", cause, false, false);
    }
}
