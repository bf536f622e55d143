package io.anju.identity.session;

import java.util.Optional;

/**
 * The device that signs in, as the app tells of it.
 *
 * @param clientId the app
 * @param id the app's own stable id of the installation; the session is bound to it
 * @param name for the list of devices
 * @param key thumbprint of the key that it has just proved to hold, which its tokens are bound to; empty for bearer tokens
 * @param declaresKey whether it wants no bearer tokens, now or later (RFC 9449 §5.2, {@code dpop_bound_access_tokens})
 */
public record Device(String clientId, Optional<String> id, String name, Optional<String> key, boolean declaresKey) {

    /** The bank's own app and pages. */
    public static final String DEFAULT_CLIENT = "anju-app";
}
