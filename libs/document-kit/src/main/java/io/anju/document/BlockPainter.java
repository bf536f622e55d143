package io.anju.document;

import io.anju.document.PageFlow.Ink;
import io.anju.document.model.Block;
import io.anju.document.model.LineBreaker;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** Draws one block after another onto the flow of pages and tags each for what it is. */
final class BlockPainter {
    private static final Rgb BAR = Rgb.of(0xB0, 0x3A, 0x2E);
    private static final Rgb GREY = Rgb.of(0x55, 0x55, 0x55);

    private final PageFlow flow;
    private final TagTree tags;

    BlockPainter(PageFlow flow, TagTree tags) {
        this.flow = flow;
        this.tags = tags;
    }

    void paint(Block block) throws IOException {
        switch (block) {
            case Block.Title title -> title(title);
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Table table -> new TablePainter(flow, tags).paint(table);
            case Block.PageBreak _ -> flow.newPage();
            case Block.SealMark mark -> SealDrawing.draw(flow, tags, mark);
        }
    }

    private void title(Block.Title title) throws IOException {
        flow.reserve(90);
        flow.advance(26);
        centred(tags.element(StandardStructureTypes.H1, tags.document()), title.text(), Ink.strong(18));
        flow.advance(20);
        centred(tags.element(StandardStructureTypes.P, tags.document()), title.subtitle(), new Ink(10, false, GREY));
        flow.advance(22);
    }

    private void centred(PDStructureElement element, String text, Ink ink) throws IOException {
        float x = PageFlow.MARGIN + (float) (PageFlow.WIDTH - flow.fonts().width(text, ink.size())) / 2;
        flow.text(element, text, x, flow.y(), ink);
    }

    private void heading(Block.Heading heading) throws IOException {
        Ink ink = Ink.strong(11.5f);
        flow.skip(10);
        // Kept with the first two lines of what follows.
        flow.reserve(54);
        PDStructureElement element = tags.element(StandardStructureTypes.H2, tags.document());
        lines(element, heading.text(), ink, 18, 0);
        flow.skip(2);
    }

    private void paragraph(Block.Paragraph paragraph) throws IOException {
        PDStructureElement element = tags.element(StandardStructureTypes.P, tags.document());
        switch (paragraph.emphasis()) {
            case NONE -> lines(element, paragraph.text(), Ink.plain(10), 16, 0);
            case NOTE -> lines(element, paragraph.text(), new Ink(8.5f, false, GREY), 13, 0);
            case IMPORTANT -> lines(element, paragraph.text(), Ink.strong(10), 16, 10);
        }
        flow.skip(5);
    }

    /** Draws {@code text} line by line; an indented text gets a bar in the space it leaves. */
    private void lines(PDStructureElement element, String text, Ink ink, float leading, float indent)
            throws IOException {
        List<String> lines = LineBreaker.lines(
                text, PageFlow.WIDTH - indent, piece -> flow.fonts().width(piece, ink.size()));
        for (String line : lines) {
            flow.reserve(leading);
            if (indent > 0) {
                float top = flow.y();
                flow.artifact(out -> {
                    BAR.fill(out);
                    out.addRect(PageFlow.MARGIN, top - leading, 3, leading);
                    out.fill();
                });
            }
            float baseline = flow.y() - leading + (leading - ink.size()) / 2 + ink.size() * 0.14f;
            flow.text(element, line, PageFlow.MARGIN + indent, baseline, ink);
            flow.advance(leading);
        }
    }
}
