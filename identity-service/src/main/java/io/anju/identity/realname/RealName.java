package io.anju.identity.realname;

import java.time.Instant;
import java.util.UUID;

/**
 * A confirmed real name. Personal data of class C2: {@link #toString()} shows none of it.
 *
 * @param faceReference the registry's reference to its own comparison; no picture is kept here
 */
public record RealName(UUID customerId, String name, String idNumber, String faceReference, Instant checkedAt) {

    @Override
    public String toString() {
        return "RealName of " + customerId;
    }
}
