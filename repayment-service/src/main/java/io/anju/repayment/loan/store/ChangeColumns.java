package io.anju.repayment.loan.store;

import io.anju.kernel.schedule.LoanPosition;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.model.Loan;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
        columns.addArrayOfLong(changes.stream()
                .map(change -> position(change).state().outstanding())
                .toArray(Long[]::new));
        columns.addArrayOfString(texts(
                changes,
                change -> position(change).state().annualRate().fraction().toPlainString()));
        columns.addArrayOfLong(changes.stream()
                .map(change -> position(change).state().instalment())
                .toArray(Long[]::new));
        columns.addArrayOfInteger(
                changes.stream().map(change -> position(change).state().left()).toArray(Integer[]::new));
        columns.addArrayOfInteger(changes.stream()
                .map(change -> position(change).state().interestOnlyLeft())
                .toArray(Integer[]::new));
        columns.addArrayOfInteger(
                changes.stream().map(change -> position(change).billed()).toArray(Integer[]::new));
        columns.addArrayOfLocalDate(dates(changes, change -> position(change).accruedTo()));
        columns.addArrayOfString(
                texts(changes, change -> position(change).accrual().numerator().toString()));
        columns.addArrayOfString(texts(
                changes, change -> position(change).accrual().denominator().toString()));
        columns.addArrayOfLocalDate(dates(changes, ChangeColumns::nextDue));
        columns.addArrayOfLocalDate(dates(changes, ChangeColumns::nextRepricing));
        columns.addArrayOfString(texts(changes, ChangeColumns::heldBy));
        columns.addArrayOfLocalDate(dates(changes, ChangeColumns::settledOn));
        columns.addArrayOfLocalDate(
                dates(changes, change -> change.after().agreement().terms().firstDueDate()));
        return columns;
    }

    private static LoanPosition position(LoanChange change) {
        return switch (change.after()) {
            case Loan.Opening opening -> throw new IllegalArgumentException("no loan changes back to opening");
            case Loan.Active active -> active.position();
            case Loan.Settled settled -> settled.position();
        };
    }

    private static String state(LoanChange change) {
        return switch (change.after()) {
            case Loan.Opening opening -> "OPENING";
            case Loan.Active active -> "ACTIVE";
            case Loan.Settled settled -> "SETTLED";
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

    private static @Nullable LocalDate settledOn(LoanChange change) {
        return change.after() instanceof Loan.Settled settled ? settled.on() : null;
    }

    private static String[] texts(List<LoanChange> changes, Function<LoanChange, @Nullable String> column) {
        return changes.stream().map(column).toArray(String[]::new);
    }

    private static LocalDate[] dates(List<LoanChange> changes, Function<LoanChange, @Nullable LocalDate> column) {
        return changes.stream().map(column).toArray(LocalDate[]::new);
    }
}
