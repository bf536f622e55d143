package io.anju.repayment.collection.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.rail.model.Payer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayerOrderTest {

    private static final Turn TURN = Turn.on(LocalDate.of(2026, 12, 22));
    private static final Payer A = Payer.card("a", "0001");
    private static final Payer B = Payer.card("b", "0002");
    private static final Payer C = Payer.card("c", "0003");

    private final PayerOrder order = PayerOrder.of(List.of(A, B, C));

    @Test
    void asksTheFirstAndBehindOneThatRefusedTheNext() {
        assertEquals(Optional.of(A), order.next(Optional.of(TURN)));
        assertEquals(Optional.of(B), order.next(Optional.of(TURN.behind("a"))));
        assertEquals(Optional.of(C), order.next(Optional.of(TURN.behind("b"))));
    }

    @Test
    void asksTheFirstAgainBehindTheLast() {
        assertEquals(Optional.of(A), order.next(Optional.of(TURN.behind("c"))));
        assertEquals(Optional.of(A), PayerOrder.of(List.of(A)).next(Optional.of(TURN.behind("a"))));
    }

    @Test
    void asksTheFirstWhereTheOneThatRefusedIsNotAgreedToAnyMore() {
        assertEquals(Optional.of(A), order.next(Optional.of(TURN.behind("unbound"))));
    }

    @Test
    void asksNobodyWhereNothingIsDebited() {
        assertEquals(Optional.empty(), PayerOrder.of(List.of()).next(Optional.of(TURN)));
        assertEquals(Optional.empty(), PayerOrder.STOPPED.next(Optional.of(TURN.behind("a"))));
        assertEquals(Optional.of(A), order.next(Optional.empty()));
    }
}
