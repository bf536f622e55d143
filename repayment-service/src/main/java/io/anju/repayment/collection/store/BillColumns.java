package io.anju.repayment.collection.store;

import io.anju.kernel.arrears.LateAccrual;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.BillRest;
import io.anju.repayment.collection.model.Turn;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bills turned on their side: one array per column, as {@code unnest} takes them; exact numbers as text. */
final class BillColumns {

    /**
     * What a row holds of a bill's state.
     *
     * @param gathered absent where nothing has, and of a paid bill
     */
    private record State(
            String name,
            long principal,
            long interest,
            long penaltyPaid,
            long waived,
            LateAccrual.@Nullable Gathered gathered,
            LocalDate chargedTo,
            LocalDate seenTo,
            int attempts,
            boolean turnMissed,
            @Nullable Turn turn,
            @Nullable LocalDate paidOn,
            @Nullable LocalDate overdueFrom) {

        static State of(Bill bill) {
            return switch (bill) {
                case Bill.Due due -> unpaid("DUE", due);
                case Bill.Overdue overdue -> unpaid("OVERDUE", overdue);
                case Bill.Paid paid ->
                    new State(
                            "PAID",
                            0,
                            0,
                            paid.penaltyPaid(),
                            0,
                            null,
                            paid.on(),
                            paid.on(),
                            0,
                            false,
                            null,
                            paid.on(),
                            null);
            };
        }

        private static State unpaid(String name, Bill.Unpaid bill) {
            BillRest open = bill.open();
            LateAccrual.Gathered gathered = open.gathered();
            boolean any = gathered.to().isAfter(bill.facts().lastInTime());
            return new State(
                    name,
                    open.principal(),
                    open.interest(),
                    open.penaltyPaid(),
                    open.waived(),
                    any ? gathered : null,
                    any ? gathered.to() : bill.facts().dueDate(),
                    open.seenTo(),
                    bill.attempts(),
                    bill instanceof Bill.Due due && due.missed(),
                    bill.turn().orElse(null),
                    null,
                    bill instanceof Bill.Due due ? overdueFrom(due) : null);
        }

        private static @Nullable LocalDate overdueFrom(Bill.Due due) {
            boolean usual = due.overdueFrom().equals(due.facts().overdueFrom());
            return usual ? null : due.overdueFrom();
        }

        long penaltyOpen() {
            return gathered == null
                    ? 0
                    : gathered.penalty().owed() + gathered.compound().owed();
        }

        long compoundPaid() {
            return gathered == null ? 0 : gathered.compound().paid();
        }

        @Nullable
        LocalDate collectOn() {
            return turn == null ? null : turn.day();
        }

        @Nullable
        String collectBehind() {
            return turn == null ? null : turn.behind().orElse(null);
        }

        @Nullable
        OffsetDateTime collectFrom() {
            return turn == null
                    ? null
                    : turn.from().map(from -> from.atOffset(ZoneOffset.UTC)).orElse(null);
        }
    }

    private BillColumns() {}

    static Tuple of(List<Bill> bills) {
        Tuple columns = Tuple.tuple();
        addFacts(columns, bills.stream().map(Bill::facts).toList());
        List<State> states = bills.stream().map(State::of).toList();
        addState(columns, states);
        columns.addArrayOfLocalDate(
                bills.stream().map(bill -> findMoved(bill.facts())).toArray(LocalDate[]::new));
        columns.addArrayOfLocalDate(states.stream().map(State::overdueFrom).toArray(LocalDate[]::new));
        columns.addArrayOfString(states.stream().map(State::collectBehind).toArray(String[]::new));
        return columns;
    }

    /** The last day in time where it is not the due date. */
    private static @Nullable LocalDate findMoved(BillFacts facts) {
        return facts.lastInTime().equals(facts.dueDate()) ? null : facts.lastInTime();
    }

    private static void addFacts(Tuple columns, List<BillFacts> facts) {
        columns.addArrayOfUUID(facts.stream().map(BillFacts::loanId).toArray(UUID[]::new));
        columns.addArrayOfInteger(facts.stream().map(BillFacts::number).toArray(Integer[]::new));
        columns.addArrayOfLocalDate(facts.stream().map(BillFacts::dueDate).toArray(LocalDate[]::new));
        columns.addArrayOfLong(longs(facts, BillFacts::principal));
        columns.addArrayOfLong(longs(facts, BillFacts::interest));
        columns.addArrayOfString(facts.stream()
                .map(bill -> bill.rate().fraction().toPlainString())
                .toArray(String[]::new));
    }

    private static void addState(Tuple columns, List<State> states) {
        columns.addArrayOfString(states.stream().map(State::name).toArray(String[]::new));
        columns.addArrayOfLong(longs(states, State::principal));
        columns.addArrayOfLong(longs(states, State::interest));
        columns.addArrayOfLong(longs(states, State::penaltyOpen));
        columns.addArrayOfLong(longs(states, State::penaltyPaid));
        columns.addArrayOfLocalDate(states.stream().map(State::chargedTo).toArray(LocalDate[]::new));
        columns.addArrayOfInteger(states.stream().map(State::attempts).toArray(Integer[]::new));
        columns.addArrayOfLocalDate(states.stream().map(State::collectOn).toArray(LocalDate[]::new));
        columns.addArrayOfOffsetDateTime(states.stream().map(State::collectFrom).toArray(OffsetDateTime[]::new));
        columns.addArrayOfLocalDate(states.stream().map(State::paidOn).toArray(LocalDate[]::new));
        columns.addArrayOfLocalDate(states.stream().map(State::seenTo).toArray(LocalDate[]::new));
        columns.addArrayOfString(exact(states, late -> late.penalty().total().numerator()));
        columns.addArrayOfString(exact(states, late -> late.penalty().total().denominator()));
        columns.addArrayOfString(exact(states, late -> late.compound().total().numerator()));
        columns.addArrayOfString(exact(states, late -> late.compound().total().denominator()));
        columns.addArrayOfLong(longs(states, State::compoundPaid));
        columns.addArrayOfLong(longs(states, State::waived));
        columns.addArrayOfBoolean(states.stream().map(State::turnMissed).toArray(Boolean[]::new));
    }

    private static <T> Long[] longs(List<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static String[] exact(List<State> states, Function<LateAccrual.Gathered, BigInteger> column) {
        return states.stream()
                .map(State::gathered)
                .map(gathered ->
                        gathered == null ? null : column.apply(gathered).toString())
                .toArray(String[]::new);
    }
}
