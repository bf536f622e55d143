package io.anju.identity.listing.model;

import io.anju.identity.model.Phone;
import java.util.UUID;

/** How an officer names what goes on the list. Nothing of it is kept but a keyed hash. */
public sealed interface Source {

    /** By a decision in which it was seen. */
    record Seen(UUID decisionId) implements Source {}

    /** A phone by its number, as the police or another bank report it. */
    record Number(Phone phone) implements Source {}

    /** An address, or any one of its network, as it stands in a report. */
    record Address(String text) implements Source {}
}
