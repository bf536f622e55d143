package io.anju.repayment.card.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Three cards bound one after the other: A is the default. */
class CardOrderTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final CardOrder bound = new CardOrder(List.of(card(A), card(B), card(C)));

    @Test
    void theFirstIsTheDefaultAndNoOtherIsAgreedToByItself() {
        assertEquals(List.of(true, false, false), preferred(bound));
        assertEquals(List.of(1, 2, 3), places(bound));
        assertTrue(bound.cards().stream().noneMatch(Card.Bound::fallback));
    }

    @Test
    void aCardIsMovedAndTheOthersKeepTheirOrder() {
        CardOrder after = bound.moved(C, 1, false);

        assertEquals(List.of(C, A, B), ids(after));
        assertEquals(List.of(true, false, false), preferred(after));
        assertEquals(List.of(1, 2, 3), places(after));
    }

    @Test
    void aPlaceBehindAllOthersIsTheLast() {
        assertEquals(List.of(B, C, A), ids(bound.moved(A, 100, true)));
    }

    @Test
    void agreesToTheCardThatIsPlacedAndToNoOther() {
        CardOrder after = bound.moved(C, 2, true);

        assertEquals(List.of(A, C, B), ids(after));
        assertEquals(
                List.of(false, true, false),
                after.cards().stream().map(Card.Bound::fallback).toList());
        assertFalse(after.moved(C, 2, false).one(C).fallback());
    }

    @Test
    void theFormerDefaultIsNotAgreedToAsAFallback() {
        assertFalse(bound.preferring(B).one(A).fallback());
    }

    @Test
    void aCardThatWasAgreedToTakesThePlaceOfADefaultThatIsUnbound() {
        assertEquals(List.of(C, B), ids(bound.moved(C, 3, true).without(A)));
        assertEquals(List.of(B, C), ids(bound.without(A)));
        assertEquals(List.of(A, C), ids(bound.without(B)));
    }

    @Test
    void theNewDefaultIsKeptBehindTheFormerOne() {
        List<Card.Bound> changed = bound.preferring(C).changedFrom(bound.cards());

        assertEquals(3, changed.size());
        assertEquals(C, changed.getLast().id());
        assertEquals(List.of(), bound.preferring(A).changedFrom(bound.cards()));
    }

    private static Card.Bound card(UUID id) {
        return new Card.Bound(id, new UUID(1, 1), "binding", "token-" + id, "0007", "示例银行", false, 9, false);
    }

    private static List<UUID> ids(CardOrder order) {
        return order.cards().stream().map(Card.Bound::id).toList();
    }

    private static List<Boolean> preferred(CardOrder order) {
        return order.cards().stream().map(Card.Bound::preferred).toList();
    }

    private static List<Integer> places(CardOrder order) {
        return order.cards().stream().map(Card.Bound::position).toList();
    }
}
