package io.anju.identity.session;

import java.util.Optional;

/**
 * The device that signs in, as the app tells of it.
 *
 * @param clientId the app
 * @param id the app's own stable id of the installation; the session is bound to it
 * @param name for the list of devices
 */
public record Device(String clientId, Optional<String> id, String name) {

    /** The bank's own app and pages. */
    public static final String DEFAULT_CLIENT = "anju-app";
}
