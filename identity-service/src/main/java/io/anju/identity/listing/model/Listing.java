package io.anju.identity.listing.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A device, phone or network on the list. What it is stays a keyed hash, see {@link Source}.
 *
 * @param until the rules know it until then
 */
public record Listing(UUID id, Kind kind, String reason, UUID addedBy, Instant addedAt, Instant until) {

    /** What of a decision's traces is listed. */
    public enum Kind {
        DEVICE,
        /** One network address. */
        ADDRESS,
        /** The network around it: IPv4 /24, IPv6 /48. Others share it. */
        PREFIX,
        /** The phone of an account. */
        PHONE
    }
}
