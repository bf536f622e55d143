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
 * @param id the app's own stable id of this installation; the session is bound to it
 * @param name shown in the list of devices, for example "Li's phone"
 * @param clientId the OAuth client, {@code anju-app} unless told otherwise
 */
@RegisterForReflection
public record DeviceBody(
        @Size(min = 8, max = 100) @Nullable String id,
        @Size(min = 1, max = 80) @Nullable String name,
        @Pattern(regexp = "[a-z0-9-]{3,40}") @Nullable String clientId) {

    private static final String UNNAMED = "-";

    /** The device; defaults where nothing was told. */
    public static Device device(@Nullable DeviceBody body) {
        return body == null
                ? new Device(Device.DEFAULT_CLIENT, Optional.empty(), UNNAMED)
                : new Device(
                        body.clientId == null ? Device.DEFAULT_CLIENT : body.clientId,
                        Optional.ofNullable(body.id),
                        body.name == null ? UNNAMED : body.name);
    }
}
