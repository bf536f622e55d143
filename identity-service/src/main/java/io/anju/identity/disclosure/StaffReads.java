package io.anju.identity.disclosure;

import io.anju.kit.access.DataReads;
import io.anju.kit.caller.Caller;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * What the risk rules noted of customers, shown to the member of staff who asks: no reading without its record, both in one
 * transaction. What is about a member of staff leaves none.
 */
@ApplicationScoped
public class StaffReads {

    private static final String PURPOSE = "RISK_REVIEW";

    /** What is shown. */
    public enum Kind {
        HOLD("hold", "RISK_HOLD"),
        ALERT("alert", "RISK_ALERT"),
        DECISION("risk-decision", "RISK_DECISION");

        private final String resource;
        private final String data;

        Kind(String resource, String data) {
            this.resource = resource;
            this.data = data;
        }

        /** In the singular, as a customer is told of it. */
        public String resource() {
            return resource;
        }

        /** The kind of data that is read. */
        public String data() {
            return data;
        }
    }

    /**
     * One of them.
     *
     * @param personId whom it is about
     * @param id its own
     */
    public record Shown(UUID personId, UUID id) {}

    private final AccessRecords records;
    private final Caller caller;
    private final Ids ids;
    private final BusinessClock clock;

    StaffReads(AccessRecords records, Caller caller, Ids ids, BusinessClock clock) {
        this.records = records;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes down that the caller is shown these.
     *
     * @throws io.anju.kit.problem.ProblemException 403 without the scope that reads personal data
     */
    public Uni<Void> tell(Tx tx, Kind kind, List<Shown> shown) {
        DataReads.requireScope(caller);
        var newIds = shown.stream().map(one -> ids.next()).toList();
        return shown.isEmpty()
                ? Uni.createFrom().voidItem()
                : records.addShown(
                        tx, new AccessRecords.StaffReading(caller.id(), PURPOSE, kind, clock.now()), newIds, shown);
    }
}
