package io.anju.document;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The parsed fonts, shared by all documents. Parsing costs far more than drawing a page, so the common half is kept from the first use and the rare half is read when a text first needs it.
 *
 * <p>A parsed font has one read position: whoever draws with it holds the renderer's lock.
 */
@Singleton
public class FontLibrary {
    private static final String COMMON = "fonts/NotoSansSC-common.ttf";
    private static final String RARE = "fonts/NotoSansSC-rare.ttf";

    private @Nullable TrueTypeFont common;
    private @Nullable TrueTypeFont rare;

    synchronized TrueTypeFont common() {
        TrueTypeFont font = common;
        if (font == null) {
            font = parse(COMMON);
            common = font;
        }
        return font;
    }

    synchronized TrueTypeFont rare() {
        TrueTypeFont font = rare;
        if (font == null) {
            font = parse(RARE);
            rare = font;
        }
        return font;
    }

    private static TrueTypeFont parse(String resource) {
        try (InputStream in = FontLibrary.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("font missing from the build: " + resource);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("font unreadable: " + resource, e);
        }
    }
}
