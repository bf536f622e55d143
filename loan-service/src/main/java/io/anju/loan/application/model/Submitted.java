package io.anju.loan.application.model;

/** Handed in; waiting for the checks to begin. */
public record Submitted(Dossier dossier, Facts facts) implements Withdrawable {

    @Override
    public State state() {
        return State.SUBMITTED;
    }

    /** The checks begin. */
    public Checking check() {
        return new Checking(dossier, facts);
    }
}
