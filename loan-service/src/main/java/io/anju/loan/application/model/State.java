package io.anju.loan.application.model;

import java.util.EnumSet;
import java.util.Set;

/** The states by name, with the acts that each allows; {@link LoanApplication} holds the states themselves. */
public enum State {
    DRAFT(Act.EDIT, Act.SUBMIT, Act.WITHDRAW),
    SUBMITTED(Act.WITHDRAW),
    CHECKING(Act.WITHDRAW),
    IN_REVIEW(
            Act.CHECK,
            Act.CLAIM,
            Act.RECOMMEND,
            Act.DECIDE,
            Act.REQUEST_INFORMATION,
            Act.REQUIRE_INTERVIEW,
            Act.WITHDRAW),
    MORE_INFORMATION_NEEDED(Act.EDIT, Act.SUBMIT, Act.WITHDRAW),
    INTERVIEW_NEEDED(Act.RECORD_INTERVIEW, Act.WITHDRAW),
    APPROVED(Act.CONFIRM_COST_SHEET, Act.WITHDRAW),
    CONTRACT_ENDED(Act.REQUEST_CONTRACT, Act.WITHDRAW),
    DECLINED(),
    WITHDRAWN(),
    CONTRACTED(Act.CONFIRM_COST_SHEET, Act.RELEASE),
    MORTGAGE_REJECTED(Act.WITHDRAW),
    DISBURSING(),
    ACTIVE(),
    SETTLED(),
    PAYOUT_CANCELLED();

    private final Set<Act> possible;

    State(Act... possible) {
        this.possible = possible.length == 0 ? EnumSet.noneOf(Act.class) : EnumSet.of(possible[0], possible);
    }

    /** What a person can do with an application in this state. */
    public Set<Act> possible() {
        return EnumSet.copyOf(possible);
    }
}
