package io.anju.identity.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Lifetimes of sessions. */
@ConfigMapping(prefix = "anju.identity.session")
public interface SessionConfig {

    /** How long a customer stays signed in, however often the token is refreshed. */
    @WithDefault("90d")
    Duration customerTime();

    /** A member of staff signs in every working day. */
    @WithDefault("12h")
    Duration staffTime();

    /** Clients that get no bearer tokens (RFC 9449, section 5.2), whatever a device of theirs declares; their ids. */
    Optional<Set<String>> keyBoundClients();
}
