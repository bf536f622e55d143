package io.anju.care.help.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a text can be found by. */
class GramsTest {

    @Test
    void pairsChineseCharacters() {
        assertEquals(List.of("提前", "前还", "还款"), List.copyOf(Grams.of("提前还款")));
    }

    @Test
    void keepsAloneWhatStandsAlone() {
        assertEquals(Set.of("贷"), Grams.of("贷"));
    }

    @Test
    void doesNotPairAcrossPunctuation() {
        assertEquals(Set.of("还款", "贷款"), Grams.of("还款,贷款"));
    }

    @Test
    void keepsOtherScriptsAsWords() {
        assertEquals(Set.of("加点", "lpr"), Grams.of("LPR加点"));
    }

    @Test
    void findsFullWidthForms() {
        assertEquals(Grams.of("LPR 2026"), Grams.of("LPR 2026"));
    }

    @Test
    void leavesOutWordsThatOnlyAsk() {
        assertEquals(Grams.of("prepay"), Grams.of("how do I prepay"));
        assertEquals(Set.of("预约", "网点"), Grams.of("预约怎么网点"));
    }

    @Test
    void cutsEndings() {
        assertEquals(Set.of("repay", "loan"), Grams.of("Repayment: repaying loans, repay a loan"));
    }

    @Property
    void neverHoldsSpacesSoThatGramsCanBeJoinedByThem(@ForAll String text) {
        assertTrue(Grams.of(text).stream().noneMatch(gram -> gram.isBlank() || gram.contains(" ")));
    }
}
