package io.anju.document.model;

import java.util.List;

/** One piece of a document, in reading order. */
public sealed interface Block {

    /** The document's name, once, at its beginning. */
    record Title(String text, String subtitle) implements Block {}

    /** Heads what follows. */
    record Heading(String text) implements Block {}

    /** Running text. */
    record Paragraph(String text, Emphasis emphasis) implements Block {
        /** Running text without emphasis. */
        public static Paragraph plain(String text) {
            return new Paragraph(text, Emphasis.NONE);
        }
    }

    /**
     * Rows under column heads; the heads are repeated on each page.
     *
     * @param columns at least one
     * @param rows each with one cell per column
     */
    record Table(List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "row of " + row.size() + " cells under " + columns.size() + " columns");
                }
            }
        }
    }

    /** What follows begins on a new page. */
    record PageBreak() implements Block {}

    /** The bank's round seal, drawn in vectors; it is for the eye, the signature in the file is the proof. */
    record SealMark(String organisation, String purpose) implements Block {}

    /**
     * A column of a table.
     *
     * @param weight its share of the width, against the other columns' weights
     * @param alignRight for figures
     */
    record Column(String head, int weight, boolean alignRight) {}

    /** How loudly a paragraph speaks. */
    enum Emphasis {
        NONE,
        /** Bold, with a bar in the margin: a term that the law wants pointed out (合同编通则解释 art. 10). */
        IMPORTANT,
        /** Small, for notes. */
        NOTE
    }
}
