package io.anju.loan.erasure;

import io.anju.kit.tx.Tx;
import io.anju.loan.application.Applications;
import io.anju.loan.application.ErasedCustomers;
import io.anju.loan.application.Origination;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.Withdrawable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * Forgetting a customer whom identity-service has erased. It erased nobody with an application under way; one that was
 * begun in the same moment is withdrawn, since nobody is left to go on with it, and none is begun afterwards. Done
 * again, nothing more happens.
 */
@ApplicationScoped
public class Erasing {

    // Whoever has more drafts than this has made them by machine; those left are shredded all the same.
    private static final int APPLICATIONS_MAX = 500;

    private final Applications applications;
    private final Origination origination;
    private final CustomerFiles files;
    private final ErasedCustomers erased;

    Erasing(Applications applications, Origination origination, CustomerFiles files, ErasedCustomers erased) {
        this.applications = applications;
        this.origination = origination;
        this.files = files;
        this.erased = erased;
    }

    public Uni<Void> forget(Tx tx, UUID customerId, Instant at) {
        return erased.add(tx, customerId, at)
                .chain(() -> applications.listOfCustomer(tx, customerId, null, APPLICATIONS_MAX))
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .filter(Withdrawable.class::isInstance)
                .onItem()
                .transformToUniAndConcatenate(open -> withdraw(tx, open))
                .collect()
                .last()
                .flatMap(withdrawn -> files.shred(tx, customerId, at));
    }

    /**
     * Lets go what a law has kept until now.
     *
     * @param item of identity-service's retention schedule; those of others are passed over
     */
    public Uni<Void> letGo(Tx tx, UUID customerId, String item, Instant at) {
        return switch (item) {
            case "APPLICATIONS" -> files.shredSettled(tx, customerId, at);
            case "LATE_PAYMENTS" -> files.deleteLatePayments(tx, customerId);
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> withdraw(Tx tx, LoanApplication open) {
        var dossier = open.dossier();
        return origination.withdraw(tx, dossier.id(), dossier.customerId()).replaceWithVoid();
    }
}
