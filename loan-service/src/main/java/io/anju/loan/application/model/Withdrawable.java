package io.anju.loan.application.model;

/** A state in which the borrower can still walk away without a reason. */
public sealed interface Withdrawable extends LoanApplication
        permits Draft,
                Submitted,
                Checking,
                InReview,
                MoreInformationNeeded,
                InterviewNeeded,
                Approved,
                ContractEnded,
                MortgageRejected {

    /** The end, chosen by the borrower. */
    default Withdrawn withdraw() {
        return new Withdrawn(dossier());
    }
}
