package io.anju.document.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Cuts running text into lines.
 *
 * <p>Chinese may break between any two characters, except that no line begins with a closing mark and none ends with an opening one (避头尾, GB/T 15834-2011 5.1);
 * a Latin word or a figure is kept whole. Example, four characters wide: 「安居银行，你好」 becomes 「安居银」「行，你好」, because the comma may not begin a line.
 */
public final class LineBreaker {
    private static final String NEVER_FIRST = "，。、；：？！）》」』】〕〉”’…％%,.;:?!)]}";
    private static final String NEVER_LAST = "（《「『【〔〈“‘￥¥([{";

    private LineBreaker() {}

    /**
     * The lines of {@code text}.
     *
     * @param width the widest line allowed, in the unit of {@code measure}
     * @param measure the width of a piece of text
     */
    public static List<String> lines(String text, double width, ToDoubleFunction<String> measure) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        for (String unit : fitting(units(text), width, measure)) {
            double needed = measure.applyAsDouble(unit);
            if (used + needed > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
                unit = unit.stripLeading();
                needed = measure.applyAsDouble(unit);
            }
            line.append(unit);
            used += needed;
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** The pieces that may not be cut: one Chinese character with the marks that cling to it, or one word. */
    static List<String> units(String text) {
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        int previous = -1;
        for (int character : text.codePoints().toArray()) {
            if (previous != -1 && mayBreakBetween(previous, character)) {
                units.add(unit.toString());
                unit.setLength(0);
            }
            unit.appendCodePoint(character);
            previous = character;
        }
        if (!unit.isEmpty()) {
            units.add(unit.toString());
        }
        return units;
    }

    /** A word wider than the line is cut where the line ends, since nothing else can be done. */
    private static List<String> fitting(List<String> units, double width, ToDoubleFunction<String> measure) {
        List<String> fitting = new ArrayList<>();
        for (String unit : units) {
            if (measure.applyAsDouble(unit) <= width) {
                fitting.add(unit);
            } else {
                unit.codePoints().mapToObj(Character::toString).forEach(fitting::add);
            }
        }
        return fitting;
    }

    private static boolean mayBreakBetween(int left, int right) {
        if (NEVER_FIRST.indexOf(right) >= 0 || NEVER_LAST.indexOf(left) >= 0) {
            return false;
        }
        return left == ' ' || isWide(left) || isWide(right);
    }

    private static boolean isWide(int character) {
        return character >= 0x2E80;
    }
}
