package io.anju.loan.application.model;

import java.util.List;

/**
 * Back with the borrower: an officer asked for something, or a consent that the checks need was withdrawn.
 *
 * @param requests what is asked for, in words
 */
public record MoreInformationNeeded(Dossier dossier, ApplicationDraft content, List<String> requests)
        implements Editable, Withdrawable {

    public MoreInformationNeeded {
        requests = List.copyOf(requests);
    }

    @Override
    public State state() {
        return State.MORE_INFORMATION_NEEDED;
    }

    @Override
    public MoreInformationNeeded edit(ApplicationDraft changed) {
        return new MoreInformationNeeded(dossier, changed, requests);
    }
}
