package io.anju.identity.http;

import io.anju.identity.session.Device;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The device, as the app tells of it; all of it may be left out.
 *
 * @param id the app's own stable id of this installation; the session is bound to it. Without one each sign-in is from a device
 *     that the account does not know, and is announced as such
 * @param name shown in the list of devices, for example "Li's phone"
 * @param clientId the OAuth client, {@code anju-app} unless told otherwise
 * @param dpopBoundAccessTokens true where this device wants no bearer tokens (RFC 9449 §5.2): it sends a {@code DPoP} proof
 *     here and with every request, and under the same id it signs in without one no more
 */
@RegisterForReflection
public record DeviceBody(
        @Size(min = 8, max = 100) @Nullable String id,
        @Size(min = 1, max = 80) @Nullable String name,
        @Pattern(regexp = "[a-z0-9-]{3,40}") @Nullable String clientId,
        @Nullable Boolean dpopBoundAccessTokens) {

    private static final String UNNAMED = "-";

    /**
     * The device; defaults where nothing was told.
     *
     * @param key thumbprint of the key that it has proved to hold
     */
    static Device device(@Nullable DeviceBody body, Optional<String> key) {
        return body == null
                ? new Device(Device.DEFAULT_CLIENT, Optional.empty(), UNNAMED, key, false)
                : new Device(
                        body.clientId == null ? Device.DEFAULT_CLIENT : body.clientId,
                        Optional.ofNullable(body.id),
                        body.name == null ? UNNAMED : body.name,
                        key,
                        Boolean.TRUE.equals(body.dpopBoundAccessTokens));
    }
}
