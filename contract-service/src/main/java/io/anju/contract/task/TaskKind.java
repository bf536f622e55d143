package io.anju.contract.task;

/** What may have to be done. */
public enum TaskKind {
    /** Make the contract's text and file; subject: the contract to be. */
    DRAFT(Lane.DRAFTING),
    /** Make a wallet agreement's text and file; subject: the agreement to be. */
    DRAFT_WALLET_AGREEMENT(Lane.DRAFTING),
    /** Make an amendment's text and file; subject: the amendment to be. */
    AMEND(Lane.DRAFTING),
    /** Append the signature page and seal; subject: the contract. */
    SEAL(Lane.SEALING),
    /** Apply for the mortgage's registration; subject: the contract. */
    REGISTER(Lane.REGISTRY),
    /** Ask the registry how far it is, in case its callback was lost; subject: the registration. */
    FOLLOW_REGISTRATION(Lane.FOLLOWING),
    /** Make and seal the settlement certificate; subject: the settled contract. */
    CERTIFY(Lane.SEALING),
    /** Ask the registry to release the mortgage; subject: the settled contract. */
    RELEASE(Lane.REGISTRY);

    private final Lane lane;

    TaskKind(Lane lane) {
        this.lane = lane;
    }

    Lane lane() {
        return lane;
    }
}
