package io.anju.identity.profile;

import io.anju.identity.notice.NoticeDecisions;
import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.realname.RealName;
import io.anju.identity.realname.RealNames;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What we know of a customer, for the customer. */
@ApplicationScoped
public class Profiles {

    /** The record, the real name if it was proved, and the privacy notice if one awaits an answer. */
    public record Profile(Customer customer, Optional<RealName> realName, Optional<NoticeReference> awaiting) {}

    private final Customers customers;
    private final RealNames realNames;
    private final NoticeDecisions notices;

    Profiles(Customers customers, RealNames realNames, NoticeDecisions notices) {
        this.customers = customers;
        this.realNames = realNames;
        this.notices = notices;
    }

    public Uni<Profile> get(Tx tx, UUID customerId) {
        return customers
                .get(tx, customerId)
                .flatMap(customer -> realNames
                        .find(tx, customerId)
                        .flatMap(realName -> notices.standing(tx, customerId)
                                .map(standing -> new Profile(customer, realName, standing.awaiting()))));
    }
}
