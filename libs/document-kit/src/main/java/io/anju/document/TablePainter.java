package io.anju.document;

import io.anju.document.PageFlow.Ink;
import io.anju.document.model.Block;
import io.anju.document.model.LineBreaker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** Draws a table row by row; its head is drawn again on each page, there as decoration, since a listener has heard it. */
final class TablePainter {
    private static final float SIZE = 9;
    private static final float LEADING = 13;
    private static final float PADDING = 4;
    private static final Rgb LINE = Rgb.of(0xBB, 0xBB, 0xBB);

    private final PageFlow flow;
    private final TagTree tags;

    TablePainter(PageFlow flow, TagTree tags) {
        this.flow = flow;
        this.tags = tags;
    }

    void paint(Block.Table table) throws IOException {
        PDStructureElement element = tags.element(StandardStructureTypes.TABLE, tags.document());
        List<String> heads = table.columns().stream().map(Block.Column::head).toList();
        flow.reserve(4 * LEADING);
        row(table, heads, element, StandardStructureTypes.TH);
        for (List<String> cells : table.rows()) {
            if (flow.lacks(height(table, cells))) {
                flow.newPage();
                repeatedHead(table, heads);
            }
            row(table, cells, element, StandardStructureTypes.TD);
        }
        flow.skip(8);
    }

    private void row(Block.Table table, List<String> cells, PDStructureElement parent, String type) throws IOException {
        PDStructureElement row = tags.element(StandardStructureTypes.TR, parent);
        float height = height(table, cells);
        for (int column = 0; column < cells.size(); column++) {
            PDStructureElement cell = tags.element(type, row);
            for (Line line : linesOf(table, cells, column)) {
                flow.text(cell, line.text(), line.x(), flow.y() - line.down(), ink(type));
            }
        }
        ruleBelow(height);
    }

    private void repeatedHead(Block.Table table, List<String> heads) throws IOException {
        float top = flow.y();
        flow.artifact(out -> {
            for (int column = 0; column < heads.size(); column++) {
                for (Line line : linesOf(table, heads, column)) {
                    PageFlow.glyphs(
                            out,
                            flow.fonts(),
                            line.text(),
                            line.x(),
                            top - line.down(),
                            ink(StandardStructureTypes.TH));
                }
            }
        });
        ruleBelow(height(table, heads));
    }

    private void ruleBelow(float height) throws IOException {
        float bottom = flow.y() - height;
        flow.artifact(out -> {
            LINE.stroke(out);
            out.setLineWidth(0.5f);
            out.moveTo(PageFlow.MARGIN, bottom);
            out.lineTo(PageFlow.MARGIN + PageFlow.WIDTH, bottom);
            out.stroke();
        });
        flow.advance(height);
    }

    /** A line of a cell: where it begins and how far below the row's top its base line lies. */
    private record Line(String text, float x, float down) {}

    private List<Line> linesOf(Block.Table table, List<String> cells, int column) {
        float left = left(table, column);
        float width = width(table, column) - 2 * PADDING;
        List<Line> lines = new ArrayList<>();
        for (String text : broken(cells.get(column), width)) {
            float x = left + PADDING;
            if (table.columns().get(column).alignRight()) {
                x += width - (float) flow.fonts().width(text, SIZE);
            }
            lines.add(new Line(text, x, LEADING * lines.size() + LEADING - 1));
        }
        return lines;
    }

    private float height(Block.Table table, List<String> cells) {
        int lines = 1;
        for (int column = 0; column < cells.size(); column++) {
            lines = Math.max(
                    lines,
                    broken(cells.get(column), width(table, column) - 2 * PADDING)
                            .size());
        }
        return lines * LEADING + PADDING;
    }

    private List<String> broken(String text, float width) {
        return LineBreaker.lines(text, width, piece -> flow.fonts().width(piece, SIZE));
    }

    private static Ink ink(String type) {
        return type.equals(StandardStructureTypes.TH) ? Ink.strong(SIZE) : Ink.plain(SIZE);
    }

    private static float width(Block.Table table, int column) {
        int all = table.columns().stream().mapToInt(Block.Column::weight).sum();
        return PageFlow.WIDTH * table.columns().get(column).weight() / all;
    }

    private static float left(Block.Table table, int column) {
        float left = PageFlow.MARGIN;
        for (int before = 0; before < column; before++) {
            left += width(table, before);
        }
        return left;
    }
}
