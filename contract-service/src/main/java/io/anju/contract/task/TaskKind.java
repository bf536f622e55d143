package io.anju.contract.task;

/** What may have to be done. */
public enum TaskKind {
    /** Make the contract's text and file; subject: the contract to be. */
    DRAFT,
    /** Make a wallet agreement's text and file; subject: the agreement to be. */
    DRAFT_WALLET_AGREEMENT,
    /** Make an amendment's text and file; subject: the amendment to be. */
    AMEND,
    /** Append the signature page and seal; subject: the contract. */
    SEAL,
    /** Apply for the mortgage's registration; subject: the contract. */
    REGISTER,
    /** Ask the registry how far it is, in case its callback was lost; subject: the registration. */
    FOLLOW_REGISTRATION,
    /** Make and seal the settlement certificate; subject: the settled contract. */
    CERTIFY,
    /** Ask the registry to release the mortgage; subject: the settled contract. */
    RELEASE
}
