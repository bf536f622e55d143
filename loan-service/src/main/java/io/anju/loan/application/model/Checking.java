package io.anju.loan.application.model;

/** The bureau is asked, the rules are run. */
public record Checking(Dossier dossier, Facts facts) implements Withdrawable {

    @Override
    public State state() {
        return State.CHECKING;
    }

    /** The checks are done; a person takes over, whatever they found. */
    public InReview assessed(Findings findings) {
        return new InReview(dossier, facts, findings, null, null);
    }
}
