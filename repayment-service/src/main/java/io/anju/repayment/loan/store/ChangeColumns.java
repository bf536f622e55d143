package io.anju.repayment.loan.store;

import io.anju.kernel.schedule.LoanPosition;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.model.Loan;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changed loans turned on their side: one array per column, as {@code unnest} takes them; exact numbers as text. */
final class ChangeColumns {

    private ChangeColumns() {}

    static Tuple of(List<LoanChange> changes) {
        Tuple columns = Tuple.tuple();
        columns.addArrayOfUUID(
                changes.stream().map(change -> change.after().agreement().id()).toArray(UUID[]::new));
        columns.addArrayOfLong(
                changes.stream().map(change -> change.before().version()).toArray(Long[]::new));
        columns.addArrayOfLong(
                changes.stream().map(change -> (long) change.events().size()).toArray(Long[]::new));
        columns.addArrayOfString(texts(changes, ChangeColumns::state));
        columns.addArrayOfLocalDate(
                dates(changes, change -> change.after().agreement().terms().startDate()));
        addPositions(
                columns,
                changes.stream().map(change -> findPosition(change.after())).toList());
        columns.addArrayOfLocalDate(dates(changes, ChangeColumns::nextDue));
        columns.addArrayOfLocalDate(dates(changes, ChangeColumns::nextRepricing));
        columns.addArrayOfString(texts(changes, ChangeColumns::heldBy));
        columns.addArrayOfLocalDate(dates(changes, ChangeColumns::overOn));
        columns.addArrayOfLocalDate(
                dates(changes, change -> change.after().agreement().terms().firstDueDate()));
        return columns;
    }

    private static void addPositions(Tuple columns, List<Optional<LoanPosition>> positions) {
        columns.addArrayOfLong(
                each(positions, position -> position.state().outstanding()).toArray(Long[]::new));
        columns.addArrayOfString(each(
                        positions,
                        position -> position.state().annualRate().fraction().toPlainString())
                .toArray(String[]::new));
        columns.addArrayOfLong(
                each(positions, position -> position.state().instalment()).toArray(Long[]::new));
        columns.addArrayOfInteger(
                each(positions, position -> position.state().left()).toArray(Integer[]::new));
        columns.addArrayOfInteger(
                each(positions, position -> position.state().interestOnlyLeft()).toArray(Integer[]::new));
        columns.addArrayOfInteger(each(positions, LoanPosition::billed).toArray(Integer[]::new));
        columns.addArrayOfLocalDate(each(positions, LoanPosition::accruedTo).toArray(LocalDate[]::new));
        columns.addArrayOfString(
                each(positions, position -> position.accrual().numerator().toString())
                        .toArray(String[]::new));
        columns.addArrayOfString(
                each(positions, position -> position.accrual().denominator().toString())
                        .toArray(String[]::new));
    }

    /** None of a loan that was never paid out. */
    private static Optional<LoanPosition> findPosition(Loan loan) {
        return switch (loan) {
            case Loan.Opening opening -> throw new IllegalArgumentException("no loan changes back to opening");
            case Loan.Active active -> Optional.of(active.position());
            case Loan.Settled settled -> Optional.of(settled.position());
            case Loan.Cancelled cancelled -> Optional.empty();
        };
    }

    private static <T> Stream<T> each(List<Optional<LoanPosition>> positions, Function<LoanPosition, T> part) {
        return positions.stream().map(position -> position.map(part).orElse(null));
    }

    private static String state(LoanChange change) {
        return switch (change.after()) {
            case Loan.Opening opening -> "OPENING";
            case Loan.Active active -> "ACTIVE";
            case Loan.Settled settled -> "SETTLED";
            case Loan.Cancelled cancelled -> "CANCELLED";
        };
    }

    private static @Nullable LocalDate nextDue(LoanChange change) {
        return change.after() instanceof Loan.Active active && active.isBilling()
                ? active.position().nextDue()
                : null;
    }

    private static @Nullable LocalDate nextRepricing(LoanChange change) {
        return change.after() instanceof Loan.Active active
                ? active.nextRepricing().orElse(null)
                : null;
    }

    private static @Nullable String heldBy(LoanChange change) {
        return change.after() instanceof Loan.Active active ? active.heldBy().orElse(null) : null;
    }

    private static @Nullable LocalDate overOn(LoanChange change) {
        return switch (change.after()) {
            case Loan.Settled settled -> settled.on();
            case Loan.Cancelled cancelled -> cancelled.on();
            case Loan.Opening opening -> null;
            case Loan.Active active -> null;
        };
    }

    private static String[] texts(List<LoanChange> changes, Function<LoanChange, @Nullable String> column) {
        return changes.stream().map(column).toArray(String[]::new);
    }

    private static LocalDate[] dates(List<LoanChange> changes, Function<LoanChange, @Nullable LocalDate> column) {
        return changes.stream().map(column).toArray(LocalDate[]::new);
    }
}
