package io.anju.repayment.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.card.model.CardRefusal;
import io.anju.repayment.journey.AtOnce;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two cards of one customer, changed at once: whoever comes second sees what the first has done. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class CardRaceTest {

    @Inject
    Transactions transactions;

    @Inject
    CardBinding binding;

    @Inject
    Cards cards;

    private final UUID customer = UUID.randomUUID();

    @Test
    void ofTwoFirstCardsConfirmedAtOnceOneIsPreferredAndTheOtherIsTheSecond() {
        UUID one = pending();
        UUID other = pending();

        var both = AtOnce.of(
                transactions,
                tx -> binding.bind(tx, customer, one, token(one)),
                () -> transactions
                        .run(tx -> binding.bind(tx, customer, other, token(other)))
                        .subscribeAsCompletionStage());

        assertEquals(true, bound(both.first()).preferred());
        assertEquals(false, bound(both.second()).preferred());
        assertEquals(List.of(one, other), listed());
    }

    @Test
    void aCardThatIsUnboundAtTheSameMomentDoesNotBecomeThePreferredOne() {
        List<UUID> all = List.of(pending(), pending(), pending());
        all.forEach(card -> bound(run(card)));

        AtOnce.of(
                transactions,
                tx -> binding.unbind(tx, customer, all.get(1), false),
                () -> transactions
                        .run(tx -> binding.unbind(tx, customer, all.getFirst(), false))
                        .subscribeAsCompletionStage());

        List<Card.Bound> left =
                transactions.run(tx -> cards.listBound(tx, customer)).await().indefinitely();
        assertEquals(List.of(all.get(2)), left.stream().map(Card.Bound::id).toList());
        assertEquals(true, left.getFirst().preferred());
    }

    private Result<Card.Bound, CardRefusal> run(UUID card) {
        return transactions
                .run(tx -> binding.bind(tx, customer, card, token(card)))
                .await()
                .indefinitely();
    }

    private UUID pending() {
        return PendingCard.of(transactions, binding, cards, customer);
    }

    private static Optional<CardNetwork.Token> token(UUID card) {
        return Optional.of(new CardNetwork.Token("token-" + card, "0007", "示例银行"));
    }

    private List<UUID> listed() {
        return transactions.run(tx -> cards.listBound(tx, customer)).await().indefinitely().stream()
                .map(Card.Bound::id)
                .toList();
    }

    private static Card.Bound bound(Result<Card.Bound, CardRefusal> result) {
        return switch (result) {
            case Result.Ok<Card.Bound, CardRefusal>(Card.Bound card) -> card;
            case Result.Refused<Card.Bound, CardRefusal>(CardRefusal refusal) -> throw new AssertionError(refusal);
        };
    }
}
