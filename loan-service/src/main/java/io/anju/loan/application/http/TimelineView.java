package io.anju.loan.application.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.State;
import io.anju.loan.application.model.TimelineEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the timeline as JSON; the borrower sees what kind of person acted, not who.
 *
 * @param by CUSTOMER, OFFICER or SERVICE
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record TimelineView(Instant at, String by, @Nullable State from, State to, String reason) {

    static TimelineView of(TimelineEntry entry) {
        String by = switch (entry.actor()) {
            case Actor.Customer customer -> "CUSTOMER";
            case Actor.Officer officer -> "OFFICER";
            case Actor.Service service -> "SERVICE";
        };
        return new TimelineView(entry.at(), by, entry.from(), entry.to(), entry.reason());
    }
}
