package io.anju.loan.underwriting.model;

/** What the bureau said of a person: a report, or that it has none. */
public sealed interface BureauAnswer permits BureauReport, BureauAnswer.NoReport {

    /**
     * The bureau knows nobody like this, or cannot tell who is meant. It says nothing against the person: many have never
     * borrowed.
     *
     * @param reason the bureau's code, or its status where it gave none, such as {@code HTTP_404}
     */
    record NoReport(String reason) implements BureauAnswer {}
}
