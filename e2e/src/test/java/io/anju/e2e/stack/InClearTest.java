package io.anju.e2e.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InClearTest {

    private static final String WORD = "张明丽";

    private final InClear inClear = new InClear(List.of(WORD, "13800138001"));

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void seesAWordInsideBase64WhateverStandsBefore(String before) {
        var bytes = (before + WORD + "?>").getBytes(StandardCharsets.UTF_8);

        assertEquals(List.of(WORD), inClear.in(Base64.getEncoder().encodeToString(bytes)));
        assertEquals(List.of(WORD), inClear.in(Base64.getUrlEncoder().encodeToString(bytes)));
    }

    @Test
    void seesAWordAsItIsAsJsonEscapesItAndAsHexadecimalBytes() {
        var bytes = HexFormat.of().formatHex(("{" + WORD).getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of(WORD), inClear.in("name: " + WORD));
        assertEquals(List.of(WORD), inClear.in("{\"name\":\"\\u5f20\\u660e\\u4e3d\"}"));
        assertEquals(List.of(WORD), inClear.in("\\x" + bytes));
    }

    @Test
    void seesNothingWhereNothingIs() {
        assertEquals(List.of(), inClear.in("张丽 138****8001"));
    }
}
