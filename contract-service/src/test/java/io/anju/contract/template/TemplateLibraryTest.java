package io.anju.contract.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.contract.template.model.Clause;
import io.anju.contract.template.model.FieldType;
import io.anju.contract.template.model.FieldValue;
import io.anju.contract.template.model.Passage;
import io.anju.contract.template.model.Template;
import io.anju.contract.template.model.Text;
import io.anju.kit.http.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateLibraryTest {

    /** A version once published is never changed; a new text is a new version, added here beside the old. */
    @ParameterizedTest
    @CsvSource({
        "home-loan/1, ee86e93fbe4116610128464238bca6ec06af1e2e332115c99710a035f41b5d0a",
        "home-loan/2, 60b7360a60fd7eb25f49720d4803551a45806dca5c4a9c819f2b7968e4175b40",
        "home-loan/3, 33d71d2ac52e688d32570382d64f3684c89bdeddfd01385e393609e3b23783b7",
        "settlement-certificate/1, 627f5eca094c75c721ab81bee656ba11a8bb8349e0119f78602bd2bfdcc506d4",
        "wallet-agreement/1, cb0193db67e03340fac25ce36f3e0f26d7bd290caf18fcbf1ac38b1fa6a37b38",
        "plan-amendment/1, c2f483886cc680fdb213965046e71537eeed84cb37a7734177be2a8ac8dac1f0",
        "rate-amendment/1, 2f7aaf315eac49eecfaebf5894af4a897ba197a1eb2b6f59362769332e892985"
    })
    void publishedVersionsStayWordForWord(String template, String sha256) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/templates/" + template + ".json")) {
            assertEquals(sha256, Digests.sha256Hex(in.readAllBytes()));
        }
    }

    @Test
    void allVersionsAreReadAndSound() {
        TemplateLibrary library = new TemplateLibrary();

        assertEquals(4, library.get("home-loan", 1).importantClauses().size());
        assertEquals(4, library.newest("home-loan").importantClauses().size());
        assertEquals(1, library.newest("plan-amendment").importantClauses().size());
        assertEquals(1, library.newest("rate-amendment").importantClauses().size());
        assertEquals(
                0, library.newest("settlement-certificate").importantClauses().size());
        assertEquals(2, library.newest("wallet-agreement").importantClauses().size());
    }

    @Test
    void aFieldThatIsPrintedButNotDeclaredIsFound() {
        List<Passage> preamble = List.of(new Passage("{lender} and {borower}", null));
        Map<String, FieldType> fields = Map.of("lender", FieldType.WORDS, "borrower", FieldType.WORDS);

        assertThrows(
                IllegalArgumentException.class,
                () -> new Template("t", 1, new Text("", ""), fields, preamble, List.<Clause>of(), null));
    }

    @Test
    void moneyIsPrintedInFiguresAndCapitals() {
        assertEquals("¥4,490.45（人民币肆仟肆佰玖拾元零肆角伍分）", new FieldValue.Money(449045).print());
    }

    @Test
    void ratesArePrintedInPercent() {
        assertEquals("3.50%", new FieldValue.Rate(new BigDecimal("0.035")).print());
        assertEquals("3.125%", new FieldValue.Rate(new BigDecimal("0.03125")).print());
    }
}
