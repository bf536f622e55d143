package io.anju.identity.proof;

import io.anju.identity.model.Phone;
import io.smallrye.mutiny.Uni;

/** The way out for text messages. */
public interface SmsGateway {

    /** Hands the message over; fails when the gateway is away, and is not tried again by itself. */
    Uni<Void> send(Phone phone, String text);
}
