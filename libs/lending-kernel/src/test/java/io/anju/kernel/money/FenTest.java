package io.anju.kernel.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FenTest {

    @ParameterizedTest
    @CsvSource({"0.4, 0", "0.5, 1", "1.5, 2", "2.5, 3", "-0.5, -1", "2.4999999999, 2"})
    void roundsHalfUp(BigDecimal exact, long fen) {
        assertEquals(fen, Fen.halfUp(exact));
    }

    @Test
    void noShareOfADebt() {
        assertThrows(IllegalArgumentException.class, () -> Fen.share(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> Fen.share(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Fen.halfUp(BigInteger.TWO, BigInteger.ZERO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0.00|0.00",
                "5|0.05|0.05",
                "449045|4490.45|4,490.45",
                "100000000|1000000.00|1,000,000.00",
                "-123456|-1234.56|-1,234.56",
                "-12345|-123.45|-123.45"
            })
    void isWrittenInYuan(long fen, String plain, String grouped) {
        assertEquals(plain, Fen.yuan(fen));
        assertEquals(grouped, Fen.grouped(fen));
    }
}
