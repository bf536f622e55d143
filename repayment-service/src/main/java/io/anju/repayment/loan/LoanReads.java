package io.anju.repayment.loan;

import io.anju.kit.access.DataReads;
import io.anju.kit.access.ReadPurpose;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;

/** Records that staff were shown loans, in the transaction that reads them; see {@link DataReads}. */
@ApplicationScoped
public class LoanReads {

    private final Loans loans;
    private final DataReads reads;

    LoanReads(Loans loans, DataReads reads) {
        this.loans = loans;
        this.reads = reads;
    }

    /** The loan's owner is told; nobody where there is no such loan. */
    public Uni<Void> tell(Tx tx, UUID loanId, ReadPurpose purpose, String resource) {
        return loans.find(tx, loanId)
                .flatMap(found -> found.isPresent()
                        ? reads.tell(tx, found.get().loan().agreement().customerId(), purpose, resource)
                        : Uni.createFrom().voidItem());
    }

    /** Each of these customers is told once: a page shows a bounded number of them. */
    public Uni<Void> tellAll(Tx tx, Collection<UUID> customers, ReadPurpose purpose, String resource) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (UUID customer : new TreeSet<>(customers)) {
            told = told.chain(() -> reads.tell(tx, customer, purpose, resource));
        }
        return told;
    }
}
