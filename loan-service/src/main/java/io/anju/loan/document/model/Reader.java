package io.anju.loan.document.model;

import io.anju.loan.application.model.Claim;
import io.anju.loan.application.model.InReview;
import io.anju.loan.application.model.LoanApplication;
import java.time.Instant;
import java.util.UUID;

/** Who wants to read a document: the borrower, or a person of the bank. */
public sealed interface Reader {

    UUID id();

    /** Whether this reader may read the documents of an application at this time. */
    boolean mayRead(LoanApplication application, Instant at);

    /** The borrower reads their own. */
    record Owner(UUID id) implements Reader {
        @Override
        public boolean mayRead(LoanApplication application, Instant at) {
            return application.dossier().customerId().equals(id);
        }
    }

    /** An officer reads while working on the case: who has claimed it, until the lease ends. */
    record Officer(UUID id) implements Reader {
        @Override
        public boolean mayRead(LoanApplication application, Instant at) {
            return application instanceof InReview review
                    && review.claim() instanceof Claim claim
                    && claim.officer().equals(id)
                    && at.isBefore(claim.until());
        }
    }
}
