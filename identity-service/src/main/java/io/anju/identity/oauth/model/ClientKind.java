package io.anju.identity.oauth.model;

import java.util.Set;

/** What a client of the token endpoint is, and so what it may ask for. */
public enum ClientKind {

    /** One of our services: a token for one other service, or for acting for a user there. */
    SERVICE("service"),

    /** The bank's telephone switch, which shows contact permits: a token for the one service that knows them, and no more. */
    RELAY("service"),

    /** A partner agency: a token for the public API, in which its role opens its own doors alone. */
    AGENCY("agency");

    private static final String PUBLIC_API = "anju-api";
    private static final String PERMITS = "care-service";

    private final String role;

    ClientKind(String role) {
        this.role = role;
    }

    /** The role in its tokens. */
    public String role() {
        return role;
    }

    /** The audience of its own token, when it was allowed to ask for this one; empty is none named. */
    public String audience(String asked) {
        return asked.isEmpty() ? PUBLIC_API : asked;
    }

    /** Whether its own tokens may be for this audience. */
    public boolean mayAsk(String audience, Set<String> services) {
        return switch (this) {
            case SERVICE -> services.contains(audience);
            case RELAY -> audience.equals(PERMITS);
            case AGENCY -> audience.isEmpty() || audience.equals(PUBLIC_API);
        };
    }

    /** Whether it may act for a user (RFC 8693). */
    public boolean mayExchange() {
        return this == SERVICE;
    }
}
