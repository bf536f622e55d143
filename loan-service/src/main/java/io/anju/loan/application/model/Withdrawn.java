package io.anju.loan.application.model;

/** Ended by the borrower; what was declared is not kept with the state. */
public record Withdrawn(Dossier dossier) implements LoanApplication {

    @Override
    public State state() {
        return State.WITHDRAWN;
    }
}
