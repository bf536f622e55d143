package io.anju.loan.application.model;

/** Being filled in, on any device, over any number of days. */
public record Draft(Dossier dossier, ApplicationDraft content) implements Editable, Withdrawable {

    @Override
    public State state() {
        return State.DRAFT;
    }

    @Override
    public Draft edit(ApplicationDraft changed) {
        return new Draft(dossier, changed);
    }
}
