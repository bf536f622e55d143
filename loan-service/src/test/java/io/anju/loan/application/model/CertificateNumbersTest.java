package io.anju.loan.application.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.text.Printables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumbersTest {

    private static final String NUMBER = "沪（2020）浦字不动产权第000001号";

    @ParameterizedTest
    @ValueSource(
            strings = {
                NUMBER,
                "沪(2020)浦字不动产权第000001号",
                "沪〔2020〕浦字不动产权第000001号",
                "沪【2020】浦字不动产权第000001号",
                "沪［2020］浦字不动产权第000001号",
                "沪（２０２０）浦字不动产权第０００００１号",
                "  沪 （2020） 浦字不动产权\u3000第000001号 ",
                "沪（2020）\n浦字不动产权第000001号",
                "沪\u200b（2020）浦字\u2060不动产权\ufeff第000001号",
                "沪（2020）浦字不动产权第\u00a0000001号",
                // Compatibility forms of 不, which look the same.
                "沪（2020）浦字\uf967动产权第000001号",
            })
    void oneCertificateHasOneSpelling(String typed) {
        assertEquals(NUMBER, CertificateNumbers.normalise(typed));
        assertTrue(CertificateNumbers.isWritten(CertificateNumbers.normalise(typed)));
    }

    @Test
    void lettersAndHyphensHaveOneSpelling() {
        assertEquals("SH-2026-000123", CertificateNumbers.normalise("sh–2026－000123"));
        assertEquals("SH-2026-000123", CertificateNumbers.normalise("ＳＨ-2026−000123"));
    }

    @Test
    void otherNumbersStayApart() {
        assertFalse(CertificateNumbers.normalise("沪（2020）浦字不动产权第000002号").equals(NUMBER));
        assertFalse(CertificateNumbers.normalise("沪（2002）浦字不动产权第000001号").equals(NUMBER));
    }

    @Test
    void everyCharacterOfANumberCanBePrinted() {
        var written = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(character -> CertificateNumbers.isWritten(Character.toString(character)))
                .boxed()
                .toList();

        assertTrue(written.size() > 27_000);
        assertEquals(
                List.of(),
                written.stream()
                        .filter(character -> !Printables.contain(character))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "沪\ue000字第1号", "沪字第1号\u0007", "沪字第1号\u0000", "房🏠1", "<b>1</b>", "沪字第1号\ud800", "á-1"})
    void whatNoCertificateIsNumberedWithIsNotTaken(String typed) {
        assertFalse(CertificateNumbers.isWritten(CertificateNumbers.normalise(typed)));
    }
}
