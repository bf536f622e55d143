package io.anju.document.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    /** Each character is one wide. */
    private static List<String> lines(String text, int width) {
        return LineBreaker.lines(text, width, String::length);
    }

    @Test
    void noLineBeginsWithAClosingMark() {
        assertEquals(List.of("安居银", "行，你好"), lines("安居银行，你好", 4));
    }

    @Test
    void noLineEndsWithAnOpeningMark() {
        assertEquals(List.of("依照", "《民法", "典》"), lines("依照《民法典》", 3));
    }

    @Test
    void aFigureIsKeptWhole() {
        assertEquals(List.of("金额", "1,000.00", "元"), lines("金额1,000.00元", 8));
    }

    @Test
    void aWordWiderThanTheLineIsCut() {
        assertEquals(List.of("abcd", "ef"), lines("abcdef", 4));
    }

    @Test
    void nothingGivesNoLine() {
        assertEquals(List.of(), lines("", 4));
    }
}
