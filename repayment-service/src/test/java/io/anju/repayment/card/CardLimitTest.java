package io.anju.repayment.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.card.model.CardRefusal;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer has ten cards bound at most. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class CardLimitTest {

    @Inject
    Transactions transactions;

    @Inject
    CardBinding binding;

    @Inject
    Cards cards;

    private final UUID customer = UUID.randomUUID();

    @BeforeEach
    void tenAreBound() {
        for (int i = 0; i < CardBinding.MOST; i++) {
            assertInstanceOf(Result.Ok.class, bind(pending(), "token-" + i));
        }
    }

    @Test
    void oneMoreIsRefusedAndRoomIsMadeByUnbinding() {
        UUID card = pending();

        assertEquals("CARD_TOO_MANY", code(bind(card, "another")));

        UUID first = transactions
                .run(tx -> binding.list(tx, customer))
                .await()
                .indefinitely()
                .getFirst()
                .id();
        transactions
                .run(tx -> binding.unbind(tx, customer, first, true))
                .await()
                .indefinitely();
        assertInstanceOf(Result.Ok.class, bind(card, "another"));
    }

    @Test
    void aCardThatIsBoundAlreadyIsSaidToBe() {
        assertEquals("CARD_ALREADY_BOUND", code(bind(pending(), "token-9")));
    }

    @Test
    void cardsThatWereBoundBeyondTheLimitAreSeenAndBoundOnce() {
        UUID beyond = pending();
        transactions
                .run(tx -> cards.save(
                        tx, new Card.Bound(beyond, customer, "b", "beyond", "0007", "示例银行", false, 11, false)))
                .await()
                .indefinitely();

        assertEquals(
                11,
                transactions
                        .run(tx -> binding.list(tx, customer))
                        .await()
                        .indefinitely()
                        .size());
        assertEquals("CARD_ALREADY_BOUND", code(bind(pending(), "beyond")));
    }

    private Result<Card.Bound, CardRefusal> bind(UUID card, String token) {
        return transactions
                .run(tx -> binding.bind(tx, customer, card, Optional.of(new CardNetwork.Token(token, "0007", "示例银行"))))
                .await()
                .indefinitely();
    }

    private UUID pending() {
        return PendingCard.of(transactions, binding, cards, customer);
    }

    private static String code(Result<Card.Bound, CardRefusal> result) {
        return result instanceof Result.Refused<Card.Bound, CardRefusal>(CardRefusal refusal)
                ? refusal.code()
                : "bound";
    }
}
