package io.anju.repayment.http;

import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import java.time.LocalDate;

/** Dates that callers name. */
public final class Dates {

    private static final int LAST_YEAR = 9999;

    private Dates() {}

    /**
     * Whether something of a loan can happen on it: a {@link LocalDate} reaches further than the database and than any
     * reckoning by days.
     */
    public static boolean isPossible(LocalDate date) {
        return !date.isBefore(LocalDate.EPOCH) && date.getYear() <= LAST_YEAR;
    }

    /**
     * The date, if it is possible.
     *
     * @throws ProblemException 400 naming the field, for one before 1970 or after 9999
     */
    public static LocalDate possible(String field, LocalDate date) {
        if (!isPossible(date)) {
            throw new ProblemException(Problem.invalid(FieldError.of(field, "DATE_OUT_OF_RANGE")));
        }
        return date;
    }
}
