package io.anju.contract.template.model;

import io.anju.document.model.Block;
import io.anju.kernel.money.ChineseCapitals;
import io.anju.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** A field's value; each kind knows how it is printed. */
public sealed interface FieldValue {
    /** The type of field that takes it. */
    FieldType type();

    /** As it stands within a sentence. */
    String print();

    /** Words as they stand. */
    record Words(String text) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.WORDS;
        }

        @Override
        public String print() {
            return text;
        }
    }

    /** An amount in fen: {@code ¥1,000,000.00（人民币壹佰万元整）}. */
    record Money(long fen) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.MONEY;
        }

        @Override
        public String print() {
            return "¥" + Fen.grouped(fen) + "（人民币" + ChineseCapitals.of(fen) + "）";
        }
    }

    /** A decimal fraction per year: 0.0356 is {@code 3.56%}. */
    record Rate(BigDecimal fraction) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.RATE;
        }

        @Override
        public String print() {
            BigDecimal percent = fraction.movePointRight(2).stripTrailingZeros();
            return percent.setScale(Math.max(2, percent.scale()), RoundingMode.UNNECESSARY)
                            .toPlainString() + "%";
        }
    }

    /** A multiple. */
    record Factor(BigDecimal factor) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.FACTOR;
        }

        @Override
        public String print() {
            return factor.stripTrailingZeros().toPlainString();
        }
    }

    /** A day of each month. */
    record DayOfMonth(int day) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.DAY_OF_MONTH;
        }

        @Override
        public String print() {
            return day + " 日";
        }
    }

    /** A business date: {@code 2026 年 11 月 22 日}. */
    record Date(LocalDate date) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.DATE;
        }

        @Override
        public String print() {
            return "%d 年 %d 月 %d 日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        }
    }

    /** A table of its own block. */
    record Rows(Block.Table table) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.TABLE;
        }

        @Override
        public String print() {
            throw new IllegalStateException("a table does not stand within a sentence");
        }
    }
}
