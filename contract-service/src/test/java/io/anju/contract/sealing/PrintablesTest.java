package io.anju.contract.sealing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.document.FontLibrary;
import io.anju.document.PdfRenderer;
import io.anju.document.UnprintableCharacter;
import io.anju.kit.text.Printables;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the doors let in, the paper can show. */
class PrintablesTest {
    private final PdfRenderer renderer = new PdfRenderer(new FontLibrary());

    @Test
    void everyCharacterThatADoorLetsInIsPrinted() {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Printables::contain)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertTrue(all.codePointCount(0, all.length()) > 30_000);
        assertDoesNotThrow(() -> renderer.render(PdfRendererTest.sample(all)));
    }

    @Test
    void whatNoFontHasOrNobodySeesIsNotLetIn() {
        for (int character : new int[] {'\n', 0, 0x200b, 0xfeff, 0xad, 0xe000, 0x1f3e0, 0x20000}) {
            assertFalse(Printables.contain(character), "U+%04X".formatted(character));
        }
        assertThrows(
                UnprintableCharacter.class, () -> renderer.render(PdfRendererTest.sample(Character.toString(0x20000))));
    }
}
