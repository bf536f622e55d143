package io.anju.identity.risk;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a request comes from.
 *
 * @param session of the caller, whose device then counts
 * @param device keyed hash of the device, where there is no session yet
 * @param address network address, as {@link io.anju.kit.http.Networks} gives it
 */
public record Where(Optional<UUID> session, Optional<byte[]> device, String address) {

    public static Where inSession(Optional<UUID> session, String address) {
        return new Where(session, Optional.empty(), address);
    }

    public static Where onDevice(Optional<byte[]> device, String address) {
        return new Where(Optional.empty(), device, address);
    }
}
