package io.anju.repayment.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.card.model.CardRefusal;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
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
        var kept = new CompletableFuture<Void>();
        var mayCommit = new CompletableFuture<Void>();

        var first = transactions
                .run(tx -> binding.bind(tx, customer, one, token(one))
                        .invoke(() -> kept.complete(null))
                        .call(() -> Uni.createFrom().completionStage(mayCommit)))
                .subscribeAsCompletionStage();
        kept.join();
        var second = transactions
                .run(tx -> binding.bind(tx, customer, other, token(other)))
                .subscribeAsCompletionStage();
        Awaitility.await("the second").until(() -> second.isDone() || somebodyWaits());
        mayCommit.complete(null);

        assertEquals(true, bound(first.join()).preferred());
        assertEquals(false, bound(second.join()).preferred());
        assertEquals(List.of(one, other), listed());
    }

    @Test
    void aCardThatIsUnboundAtTheSameMomentDoesNotBecomeThePreferredOne() {
        List<UUID> all = List.of(pending(), pending(), pending());
        all.forEach(card -> bound(run(card)));
        var kept = new CompletableFuture<Void>();
        var mayCommit = new CompletableFuture<Void>();

        var first = transactions
                .run(tx -> binding.unbind(tx, customer, all.get(1), false)
                        .invoke(() -> kept.complete(null))
                        .call(() -> Uni.createFrom().completionStage(mayCommit)))
                .subscribeAsCompletionStage();
        kept.join();
        var second = transactions
                .run(tx -> binding.unbind(tx, customer, all.getFirst(), false))
                .subscribeAsCompletionStage();
        Awaitility.await("the second").until(() -> second.isDone() || somebodyWaits());
        mayCommit.complete(null);
        first.join();
        second.join();

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

    /** A card that its network has sent a code for. */
    private UUID pending() {
        return transactions
                .run(tx -> binding.request(tx, customer)
                        .flatMap(card -> cards.save(tx, card.begun("binding-" + card.id()))
                                .replaceWith(card.id())))
                .await()
                .indefinitely();
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

    private boolean somebodyWaits() {
        List<Object[]> waiting = transactions
                .run(tx -> tx.select("select count(*) from pg_locks where not granted"))
                .await()
                .indefinitely();
        return (Long) waiting.getFirst()[0] > 0;
    }
}
