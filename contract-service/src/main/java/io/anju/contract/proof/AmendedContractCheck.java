package io.anju.contract.proof;

import io.anju.contract.signing.Contracts;
import io.anju.kit.tx.Transactions;
import jakarta.inject.Singleton;

/** An amendment is held to what the log says of it, as the contract that it amends is. */
@Singleton
class AmendedContractCheck extends SealedContractCheck {

    AmendedContractCheck(Contracts contracts, Transactions transactions) {
        super(contracts, transactions);
    }

    @Override
    public String type() {
        return "anju.contract.amended.v1";
    }
}
