package io.anju.document;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A colour, each part 0 to 1. The JDK's colour class would drag AWT's native library into a native image. */
record Rgb(float red, float green, float blue) {
    static final Rgb BLACK = new Rgb(0, 0, 0);

    /** From the usual 0 to 255. */
    static Rgb of(int red, int green, int blue) {
        return new Rgb(red / 255f, green / 255f, blue / 255f);
    }

    /** What is filled next has this colour. */
    void fill(PDPageContentStream out) throws IOException {
        out.setNonStrokingColor(red, green, blue);
    }

    /** What is stroked next has this colour. */
    void stroke(PDPageContentStream out) throws IOException {
        out.setStrokingColor(red, green, blue);
    }
}
