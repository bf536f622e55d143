package io.anju.loan.application.model;

import io.anju.kernel.result.Result;
import java.util.Set;

/** A state in which the borrower fills in, and from which the application is submitted. */
public sealed interface Editable extends LoanApplication permits Draft, MoreInformationNeeded {

    ApplicationDraft content();

    /** The same state with other content. */
    Editable edit(ApplicationDraft content);

    /**
     * To the checks, when nothing is missing and the borrower consents to the credit report.
     *
     * @param consented whether the consent to a credit check stands (征信业管理条例 18: the person's own written consent)
     */
    default Result<Submitted, ApplicationRefusal> submit(
            Limits limits, Set<DocumentKind> documents, boolean consented) {
        if (!consented) {
            return Result.refused(new ApplicationRefusal.ConsentMissing());
        }
        return content().complete(limits, documents).map(facts -> new Submitted(dossier(), facts));
    }
}
