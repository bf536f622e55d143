package io.anju.care.agency.model;

import java.time.LocalDate;
import java.util.Optional;

/** Why an agency may not act. */
public enum Lapse {
    NOT_VETTED,
    SUSPENDED,
    PURPOSE_NOT_GRANTED,
    LICENCE_EXPIRED,
    CONFIDENTIALITY_EXPIRED,
    TRAINING_EXPIRED;

    /** The first paper that does not hold on {@code day}; a paper's own day still counts. */
    static Optional<Lapse> ofPapers(AgencyFile file, String purpose, LocalDate day) {
        var papers = file.papers();
        if (!file.purposes().contains(purpose)) {
            return Optional.of(PURPOSE_NOT_GRANTED);
        }
        if (papers.licenceUntil().isBefore(day)) {
            return Optional.of(LICENCE_EXPIRED);
        }
        if (papers.confidentialityUntil().isBefore(day)) {
            return Optional.of(CONFIDENTIALITY_EXPIRED);
        }
        return papers.trainingUntil().isBefore(day) ? Optional.of(TRAINING_EXPIRED) : Optional.empty();
    }
}
