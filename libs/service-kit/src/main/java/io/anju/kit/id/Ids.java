package io.anju.kit.id;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** New identifiers: UUID version 7 (RFC 9562), whose text sorts by time of creation. */
@ApplicationScoped
public class Ids {

    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
