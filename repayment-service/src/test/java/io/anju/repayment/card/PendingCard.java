package io.anju.repayment.card;

import io.anju.kit.tx.Transactions;
import java.util.UUID;

/** A card that its network has sent a code for. */
final class PendingCard {

    private PendingCard() {}

    static UUID of(Transactions transactions, CardBinding binding, Cards cards, UUID customer) {
        return transactions
                .run(tx -> binding.request(tx, customer)
                        .flatMap(card -> cards.save(tx, card.begun("binding-" + card.id()))
                                .replaceWith(card.id())))
                .await()
                .indefinitely();
    }
}
