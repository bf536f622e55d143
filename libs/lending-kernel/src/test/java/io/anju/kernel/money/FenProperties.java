package io.anju.kernel.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Sharing an amount, for every amount. */
class FenProperties {

    @Property
    void aShareIsTheFractionRoundedHalfUp(
            @ForAll @LongRange(min = 0, max = Fen.MAX) long amount, @ForAll @IntRange(min = 1, max = 1200) int parts) {
        long expected = BigDecimal.valueOf(amount)
                .divide(BigDecimal.valueOf(parts), 0, RoundingMode.HALF_UP)
                .longValueExact();
        assertEquals(expected, Fen.share(amount, parts));
        assertEquals(expected, Fen.halfUp(BigInteger.valueOf(amount), BigInteger.valueOf(parts)));
    }
}
