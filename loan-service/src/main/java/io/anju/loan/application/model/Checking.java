package io.anju.loan.application.model;

import java.util.List;

/** The bureau is asked, the rules are run. */
public record Checking(Dossier dossier, Facts facts) implements Withdrawable {

    /** Without it no bureau is asked (征信业管理条例 18); in both languages, since it is kept as it is shown. */
    static final String CONSENT_REQUEST = "您已撤回征信查询授权，无法继续审核。请重新授权（CREDIT_CHECK）后再次提交。"
            + " You have withdrawn the consent to a credit check. Give it again (CREDIT_CHECK) and submit again.";

    @Override
    public State state() {
        return State.CHECKING;
    }

    /** The borrower withdrew the consent to the credit report since the submission: back to them, who may give it anew. */
    public MoreInformationNeeded withoutConsent() {
        return new MoreInformationNeeded(dossier, facts.asDraft(), List.of(CONSENT_REQUEST));
    }

    /** The checks are done; a person takes over, whatever they found. */
    public InReview assessed(Findings findings) {
        return new InReview(dossier, facts, findings, null, null);
    }
}
