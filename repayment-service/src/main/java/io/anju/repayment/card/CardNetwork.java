package io.anju.repayment.card;

import io.anju.kernel.result.Result;
import io.anju.repayment.card.model.CardRefusal;
import io.smallrye.mutiny.Uni;

/** The card network: checks that a card belongs to its holder and gives a token for it. */
public interface CardNetwork {

    /** Begins a binding by the four elements; the network sends a code to the phone. Answers with its own id. */
    Uni<Result<String, CardRefusal>> begin(Party holder, String cardNumber);

    /** Ends a binding with the code that the holder received. */
    Uni<Result<Token, CardRefusal>> confirm(String bindingId, String code);

    /** What stands for a card. */
    record Token(String token, String last4, String bank) {}
}
