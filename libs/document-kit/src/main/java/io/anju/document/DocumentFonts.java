package io.anju.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The fonts of one document: each embeds only the glyphs that the document uses. */
final class DocumentFonts {
    private final PDDocument document;
    private final FontLibrary library;
    private final CmapLookup commonCharacters;
    private final PDFont common;
    private @Nullable PDFont rare;

    DocumentFonts(PDDocument document, FontLibrary library) throws IOException {
        this.document = document;
        this.library = library;
        this.commonCharacters = library.common().getUnicodeCmapLookup();
        this.common = embed(library.common());
    }

    /** A stretch of text drawn with one font. */
    record Run(PDFont font, String text) {}

    /** {@code text} cut where the font changes. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder stretch = new StringBuilder();
        PDFont current = common;
        for (int character : text.codePoints().toArray()) {
            PDFont wanted = fontFor(character);
            if (wanted != current && !stretch.isEmpty()) {
                runs.add(new Run(current, stretch.toString()));
                stretch.setLength(0);
            }
            current = wanted;
            stretch.appendCodePoint(character);
        }
        if (!stretch.isEmpty()) {
            runs.add(new Run(current, stretch.toString()));
        }
        return runs;
    }

    /** The width of {@code text} in points at {@code size} points. */
    double width(String text, float size) {
        try {
            double width = 0;
            for (Run run : runs(text)) {
                width += run.font().getStringWidth(run.text());
            }
            return width * size / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDFont fontFor(int character) {
        if (commonCharacters.getGlyphId(character) != 0) {
            return common;
        }
        PDFont font = rare;
        if (font == null) {
            font = embed(library.rare());
            rare = font;
        }
        if (glyph(library.rare(), character) == 0) {
            throw new UnprintableCharacter(character);
        }
        return font;
    }

    private static int glyph(TrueTypeFont font, int character) {
        try {
            return font.getUnicodeCmapLookup().getGlyphId(character);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDFont embed(TrueTypeFont font) {
        try {
            return PDType0Font.load(document, font, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
