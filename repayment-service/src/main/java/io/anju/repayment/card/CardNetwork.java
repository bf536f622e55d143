package io.anju.repayment.card;

import io.anju.kernel.result.Result;
import io.anju.repayment.card.model.CardRefusal;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The card network: checks that a card belongs to its holder and gives a token for it. */
public interface CardNetwork {

    /**
     * Begins a binding by the four elements; the network sends a code to the phone. Answers with its own id.
     *
     * @param reference of ours: under one reference it is begun once, however often it is asked for
     */
    Uni<Result<String, CardRefusal.NotAccepted>> begin(UUID reference, Party holder, String cardNumber);

    /** Ends a binding with the code that the holder received; with the same code again it answers alike. */
    Uni<Result<Token, CardRefusal>> confirm(String bindingId, String code);

    /** What stands for a card. */
    record Token(String token, String last4, String bank) {}
}
