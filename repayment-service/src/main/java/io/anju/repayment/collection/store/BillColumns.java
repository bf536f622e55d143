package io.anju.repayment.collection.store;

import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.Turn;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bills turned on their side: one array per column, as {@code unnest} takes them. */
final class BillColumns {

    /** What a row holds of a bill's state. */
    private record State(
            String name,
            Bill.Open open,
            int attempts,
            @Nullable Turn turn,
            @Nullable LocalDate paidOn) {

        @Nullable
        LocalDate collectOn() {
            return turn == null ? null : turn.day();
        }

        @Nullable
        OffsetDateTime collectFrom() {
            return turn == null
                    ? null
                    : turn.from().map(from -> from.atOffset(ZoneOffset.UTC)).orElse(null);
        }

        static State of(Bill bill) {
            return switch (bill) {
                case Bill.Due due ->
                    new State("DUE", due.open(), due.attempts(), due.turn().orElse(null), null);
                case Bill.Overdue overdue ->
                    new State(
                            "OVERDUE",
                            overdue.open(),
                            overdue.attempts(),
                            overdue.turn().orElse(null),
                            null);
                case Bill.Paid paid ->
                    new State("PAID", new Bill.Open(0, 0, 0, paid.penaltyPaid(), paid.on()), 0, null, paid.on());
            };
        }
    }

    private BillColumns() {}

    static Tuple of(List<Bill> bills) {
        List<State> states = bills.stream().map(State::of).toList();
        Tuple columns = Tuple.tuple();
        columns.addArrayOfUUID(bills.stream().map(bill -> bill.facts().loanId()).toArray(UUID[]::new));
        columns.addArrayOfInteger(
                bills.stream().map(bill -> bill.facts().number()).toArray(Integer[]::new));
        columns.addArrayOfLocalDate(
                bills.stream().map(bill -> bill.facts().dueDate()).toArray(LocalDate[]::new));
        columns.addArrayOfLong(
                bills.stream().map(bill -> bill.facts().principal()).toArray(Long[]::new));
        columns.addArrayOfLong(
                bills.stream().map(bill -> bill.facts().interest()).toArray(Long[]::new));
        columns.addArrayOfString(bills.stream()
                .map(bill -> bill.facts().rate().fraction().toPlainString())
                .toArray(String[]::new));
        columns.addArrayOfString(states.stream().map(State::name).toArray(String[]::new));
        columns.addArrayOfLong(longs(states, state -> state.open().principal()));
        columns.addArrayOfLong(longs(states, state -> state.open().interest()));
        columns.addArrayOfLong(longs(states, state -> state.open().penalty()));
        columns.addArrayOfLong(longs(states, state -> state.open().penaltyPaid()));
        columns.addArrayOfLocalDate(
                states.stream().map(state -> state.open().chargedTo()).toArray(LocalDate[]::new));
        columns.addArrayOfInteger(states.stream().map(State::attempts).toArray(Integer[]::new));
        columns.addArrayOfLocalDate(states.stream().map(State::collectOn).toArray(LocalDate[]::new));
        columns.addArrayOfOffsetDateTime(states.stream().map(State::collectFrom).toArray(OffsetDateTime[]::new));
        columns.addArrayOfLocalDate(states.stream().map(State::paidOn).toArray(LocalDate[]::new));
        return columns;
    }

    private static Long[] longs(List<State> states, Function<State, Long> column) {
        return states.stream().map(column).toArray(Long[]::new);
    }
}
