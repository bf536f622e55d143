package io.anju.contract.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.document.FontLibrary;
import io.anju.document.PdfRenderer;
import io.anju.document.UnprintableCharacter;
import io.anju.document.model.Block;
import io.anju.document.model.Document;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfRendererTest {
    private final PdfRenderer renderer = new PdfRenderer(new FontLibrary());

    @Test
    void theSameDocumentGivesTheSameBytesInAnotherRendererToo() {
        byte[] first = renderer.render(sample("张三"));

        byte[] second = new PdfRenderer(new FontLibrary()).render(sample("张三"));

        assertArrayEquals(first, second);
    }

    @Test
    void chineseTextCanBeReadBackFromTheFile() throws IOException {
        byte[] bytes = renderer.render(sample("张三"));

        String text = textOf(bytes);

        assertTrue(text.contains("借款人：张三"), text);
        assertTrue(text.contains("人民币壹佰万元整"), text);
        assertTrue(text.contains("4,490.45"), text);
    }

    @Test
    void aRareCharacterInANameIsPrinted() throws IOException {
        byte[] bytes = renderer.render(sample("李䶮㛃"));

        assertTrue(textOf(bytes).contains("李䶮㛃"));
    }

    @Test
    void aCharacterWithoutGlyphIsRefusedAndNotReplaced() {
        assertThrows(UnprintableCharacter.class, () -> renderer.render(sample("\uE000")));
    }

    @Test
    void anAppendedFileBeginsWithTheOriginal() throws IOException {
        byte[] original = renderer.render(sample("张三"));

        byte[] longer = renderer.append(
                original,
                List.of(new Block.Title("签署页", "Signature page"), new Block.SealMark("安居银行股份有限公司", "合同专用章")),
                "HT-1");

        assertArrayEquals(original, Arrays.copyOf(longer, original.length));
        assertTrue(textOf(longer).contains("签署页"));
        try (PDDocument before = Loader.loadPDF(original);
                PDDocument after = Loader.loadPDF(longer)) {
            assertEquals(before.getNumberOfPages() + 1, after.getNumberOfPages());
        }
    }

    @Test
    void theFileAndTheLongerFileArePdfA2a() throws Exception {
        byte[] original = renderer.render(sample("李䶮"));
        byte[] longer = renderer.append(original, List.of(new Block.SealMark("安居银行", "合同专用章")), "HT-1");

        assertEquals(List.of(), PdfA.faults(original));
        assertEquals(List.of(), PdfA.faults(longer));
    }

    static Document sample(String name) {
        List<List<String>> rows = new ArrayList<>();
        for (int number = 1; number <= 120; number++) {
            rows.add(List.of(String.valueOf(number), "4,490.45", "1,573.78"));
        }
        return new Document(
                "个人住房抵押借款合同",
                "HT-1",
                Instant.parse("2026-11-22T02:00:00Z"),
                List.of(
                        new Block.Title("个人住房抵押借款合同", "Home loan and mortgage contract"),
                        new Block.Heading("第一条 借款金额 Amount"),
                        Block.Paragraph.plain("借款人：" + name),
                        new Block.Paragraph("【重要】借款金额为 ¥1,000,000.00（人民币壹佰万元整）。", Block.Emphasis.IMPORTANT),
                        new Block.Table(
                                List.of(
                                        new Block.Column("期数", 1, false),
                                        new Block.Column("应还", 2, true),
                                        new Block.Column("本金", 2, true)),
                                rows)));
    }

    private static String textOf(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
