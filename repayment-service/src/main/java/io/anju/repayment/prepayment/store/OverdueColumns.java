package io.anju.repayment.prepayment.store;

import io.anju.repayment.prepayment.model.OverdueBill;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The bills that an offer pays first, in five arrays of one length: as many elements as there are bills. */
final class OverdueColumns {

    private OverdueColumns() {}

    static Tuple add(Tuple row, List<OverdueBill> bills) {
        return row.addArrayOfInteger(bills.stream().map(OverdueBill::number).toArray(Integer[]::new))
                .addArrayOfLocalDate(bills.stream().map(OverdueBill::date).toArray(LocalDate[]::new))
                .addArrayOfLong(column(bills, OverdueBill::penalty))
                .addArrayOfLong(column(bills, OverdueBill::interest))
                .addArrayOfLong(column(bills, OverdueBill::principal));
    }

    private static Long[] column(List<OverdueBill> bills, ToLongFunction<OverdueBill> of) {
        return bills.stream().map(of::applyAsLong).toArray(Long[]::new);
    }

    static List<OverdueBill> read(Row row) {
        Integer[] numbers = row.getArrayOfIntegers("overdue_numbers");
        LocalDate[] dates = row.getArrayOfLocalDates("overdue_dates");
        Long[] penalties = row.getArrayOfLongs("overdue_penalties");
        Long[] interests = row.getArrayOfLongs("overdue_interests");
        Long[] principals = row.getArrayOfLongs("overdue_principals");
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> new OverdueBill(numbers[i], dates[i], penalties[i], interests[i], principals[i]))
                .toList();
    }
}
