package io.anju.identity.disclosure.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** What is read of {@code anju.contact.permitted.v1}, {@code anju.contact.refused.v1} and {@code anju.contact.made.v1}. */
@RegisterForReflection
record ContactDecided(UUID customerId, UUID permitId, String agency, String purpose, String channel, String code) {}
