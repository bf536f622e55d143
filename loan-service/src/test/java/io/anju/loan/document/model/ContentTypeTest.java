package io.anju.loan.document.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource({
        "255044462d312e370a000000, PDF",
        "ffd8ffe000104a4649460001, JPEG",
        "89504e470d0a1a0a0000000d, PNG",
        "000000186674797068656963, HEIC",
        "00000018667479706d696631, HEIC",
    })
    void isToldFromTheFirstBytes(String head, ContentType type) {
        assertEquals(Optional.of(type), ContentType.of(HexFormat.of().parseHex(head)));
    }

    @ParameterizedTest
    @CsvSource({
        "4d5a90000300000004000000", // a program
        "504b0304140000000000aaaa", // an archive
        "000000186674797069736f6d", // a film: ftyp isom
        "2550444600000000aaaaaaaa", // almost a PDF
        "ffd8",
    })
    void isNothingElse(String head) {
        assertEquals(Optional.empty(), ContentType.of(HexFormat.of().parseHex(head)));
    }

    @Test
    void isNothingWhenThereIsNoContent() {
        assertEquals(Optional.empty(), ContentType.of(new byte[0]));
    }
}
