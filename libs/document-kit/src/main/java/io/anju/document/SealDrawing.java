package io.anju.document;

import io.anju.document.PageFlow.Ink;
import io.anju.document.model.Block;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** The round red seal: a ring, a star, the organisation along the ring, its purpose below; lines and glyphs only, no bitmap (which would need AWT's libraries). */
final class SealDrawing {
    private static final Rgb RED = Rgb.of(0xC8, 0x10, 0x2E);
    private static final float RADIUS = 58;
    /** A quarter circle as a Bézier curve. */
    private static final float KAPPA = 0.5523f;

    private SealDrawing() {}

    static void draw(PageFlow flow, TagTree tags, Block.SealMark mark) throws IOException {
        flow.reserve(2 * RADIUS + 20);
        PDStructureElement figure = tags.element(StandardStructureTypes.Figure, tags.document());
        figure.setAlternateDescription(mark.organisation() + " " + mark.purpose());
        float x = PageFlow.MARGIN + PageFlow.WIDTH - RADIUS - 20;
        float y = flow.y() - RADIUS - 8;
        flow.figure(figure, out -> {
            RED.stroke(out);
            RED.fill(out);
            out.setLineWidth(2.4f);
            circle(out, x, y);
            star(out, x, y + 2);
            alongRing(out, flow.fonts(), mark.organisation(), x, y);
            float width = (float) flow.fonts().width(mark.purpose(), 10);
            PageFlow.glyphs(out, flow.fonts(), mark.purpose(), x - width / 2, y - 34, new Ink(10, false, RED));
        });
        flow.advance(2 * RADIUS + 20);
    }

    private static void circle(PDPageContentStream out, float x, float y) throws IOException {
        float handle = RADIUS * KAPPA;
        out.moveTo(x + RADIUS, y);
        out.curveTo(x + RADIUS, y + handle, x + handle, y + RADIUS, x, y + RADIUS);
        out.curveTo(x - handle, y + RADIUS, x - RADIUS, y + handle, x - RADIUS, y);
        out.curveTo(x - RADIUS, y - handle, x - handle, y - RADIUS, x, y - RADIUS);
        out.curveTo(x + handle, y - RADIUS, x + RADIUS, y - handle, x + RADIUS, y);
        out.closeAndStroke();
    }

    private static void star(PDPageContentStream out, float x, float y) throws IOException {
        for (int point = 0; point < 10; point++) {
            double angle = Math.PI / 2 + point * Math.PI / 5;
            double reach = point % 2 == 0 ? 15 : 15 * 0.382;
            float px = x + (float) (reach * Math.cos(angle));
            float py = y + (float) (reach * Math.sin(angle));
            if (point == 0) {
                out.moveTo(px, py);
            } else {
                out.lineTo(px, py);
            }
        }
        out.closePath();
        out.fill();
    }

    private static void alongRing(PDPageContentStream out, DocumentFonts fonts, String text, float x, float y)
            throws IOException {
        int[] characters = text.codePoints().toArray();
        double spread = Math.toRadians(240);
        double step = spread / Math.max(1, characters.length - 1);
        for (int i = 0; i < characters.length; i++) {
            double angle = Math.PI / 2 + spread / 2 - i * step;
            String character = Character.toString(characters[i]);
            double half = fonts.width(character, 12) / 2;
            double turn = angle - Math.PI / 2;
            double px = x + 42 * Math.cos(angle) - half * Math.cos(turn);
            double py = y + 42 * Math.sin(angle) - half * Math.sin(turn);
            out.beginText();
            out.setRenderingMode(RenderingMode.FILL);
            out.setTextMatrix(Matrix.getRotateInstance(turn, (float) px, (float) py));
            for (DocumentFonts.Run run : fonts.runs(character)) {
                out.setFont(run.font(), 12);
                out.showText(run.text());
            }
            out.endText();
        }
    }
}
