package io.anju.kernel.arrears;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Payments, for every amount. */
class AllocationProperties {

    private static final List<Owed> TWO_OVERDUE =
            List.of(new Owed(8, 0, 0, 289_500, 159_545), new Owed(7, 0, 1_000, 290_000, 159_045));

    @Property
    void nothingOfAPaymentIsLostOrInvented(@ForAll @LongRange(min = 0, max = 2_000_000) long payment) {
        Allocation allocation = Allocation.of(payment, TWO_OVERDUE, AllocationRule.DEFAULT);
        long used =
                allocation.parts().stream().mapToLong(Allocation.Part::amount).sum();
        assertEquals(payment, used + allocation.left());
        assertTrue(allocation.left() == 0
                || used == TWO_OVERDUE.stream().mapToLong(Owed::total).sum());
    }
}
