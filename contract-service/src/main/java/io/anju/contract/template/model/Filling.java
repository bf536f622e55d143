package io.anju.contract.template.model;

import io.anju.document.model.Block;
import io.anju.document.model.Block.Emphasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** A template with its fields filled in: what will stand on the paper. */
public final class Filling {
    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final String IMPORTANT = "【重要】";

    private final Template template;
    private final Map<String, FieldValue> values;

    private Filling(Template template, Map<String, FieldValue> values) {
        this.template = template;
        this.values = values;
    }

    /**
     * The filled document. Values that are missing, too many or of another type are a mistake of the program.
     */
    public static List<Block> fill(Template template, Map<String, FieldValue> values) {
        if (!values.keySet().equals(template.fields().keySet())) {
            throw new IllegalArgumentException("template " + template.id() + " wants "
                    + template.fields().keySet() + " and got " + values.keySet());
        }
        template.fields().forEach((name, type) -> {
            FieldType given = type(values, name);
            if (given != type) {
                throw new IllegalArgumentException("field " + name + " is " + type + ", not " + given);
            }
        });
        return new Filling(template, values).blocks();
    }

    /** One clause as text, as it is printed, for showing it on its own. */
    public static String clauseText(Template template, String clauseId, Map<String, FieldValue> values) {
        Filling filling = new Filling(template, values);
        StringBuilder text = new StringBuilder();
        template.findClause(clauseId).orElseThrow().body().stream()
                .map(Passage::text)
                .filter(java.util.Objects::nonNull)
                .forEach(passage -> text.append(filling.filled(passage)).append('\n'));
        return text.toString().strip();
    }

    /** A number up to 99 as clauses are counted: 12 is 十二. */
    static String chinese(int number) {
        int tens = number / 10;
        String head = tens == 0 ? "" : (tens == 1 ? "" : DIGITS[tens]) + "十";
        return head + DIGITS[number % 10];
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(template.title().zh(), template.title().en()));
        add(blocks, template.preamble(), Emphasis.NONE);
        int number = 1;
        for (Clause clause : template.clauses()) {
            String mark = clause.important() ? IMPORTANT : "";
            blocks.add(new Block.Heading("第" + chinese(number) + "条 " + mark
                    + clause.heading().zh() + "  " + clause.heading().en()));
            add(blocks, clause.body(), clause.important() ? Emphasis.IMPORTANT : Emphasis.NONE);
            number++;
        }
        Template.Annex annex = template.annex();
        if (annex != null) {
            blocks.add(new Block.PageBreak());
            blocks.add(new Block.Heading(
                    annex.heading().zh() + "  " + annex.heading().en()));
            add(blocks, annex.body(), Emphasis.NOTE);
        }
        return blocks;
    }

    private void add(List<Block> blocks, List<Passage> passages, Emphasis emphasis) {
        for (Passage passage : passages) {
            if (passage.text() != null) {
                blocks.add(new Block.Paragraph(filled(passage.text()), emphasis));
            }
            if (passage.table() != null && values.get(passage.table()) instanceof FieldValue.Rows rows) {
                blocks.add(rows.table());
            }
        }
    }

    private String filled(String text) {
        return Template.PLACEHOLDER
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(value(values, match.group(1)).print()));
    }

    private static FieldType type(Map<String, FieldValue> values, String name) {
        return value(values, name).type();
    }

    private static FieldValue value(Map<String, FieldValue> values, String name) {
        FieldValue value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for field " + name);
        }
        return value;
    }
}
