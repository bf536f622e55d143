package io.anju.kernel.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseCapitalsTest {

    /** The examples that annex 1 of 支付结算办法 prints, the first form where it prints two. */
    @ParameterizedTest
    @CsvSource({
        "140950, 壹仟肆佰零玖元伍角",
        "600714, 陆仟零柒元壹角肆分",
        "168032, 壹仟陆佰捌拾元零叁角贰分",
        "10700053, 壹拾万柒仟元零伍角叁分",
        "1640902, 壹万陆仟肆佰零玖元零贰分",
        "32504, 叁佰贰拾伍元零肆分"
    })
    void asTheAnnexPrintsThem(long fen, String capitals) {
        assertEquals(capitals, ChineseCapitals.of(fen));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 零元整",
        "1, 壹分",
        "10, 壹角",
        "50, 伍角",
        "105, 壹元零伍分",
        "1000, 壹拾元整",
        "1005, 壹拾元零伍分",
        "449045, 肆仟肆佰玖拾元零肆角伍分",
        "100000000, 壹佰万元整",
        "100000100, 壹佰万零壹元整",
        "10000000000, 壹亿元整",
        "10000000100, 壹亿零壹元整",
        "10001000000, 壹亿零壹万元整",
        "1000000000000, 壹佰亿元整",
        "101000100, 壹佰零壹万零壹元整",
        "10000000000000, 壹仟亿元整"
    })
    void edges(long fen, String capitals) {
        assertEquals(capitals, ChineseCapitals.of(fen));
    }

    @Test
    void noContractHasANegativeAmount() {
        assertThrows(IllegalArgumentException.class, () -> ChineseCapitals.of(-1));
        assertThrows(IllegalArgumentException.class, () -> ChineseCapitals.of(Fen.MAX + 1));
    }
}
