package io.anju.contract.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Port: compares a logged fact with what is held today, so that a row changed behind the service's back contradicts the log. A CDI bean for each type of fact it knows. */
public interface FactCheck {
    /** The type of event it knows. */
    String type();

    /** A code and a place when what is held contradicts the fact; empty when it does not. */
    Uni<Optional<String>> contradiction(JsonNode data);
}
