package io.anju.care.language.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The languages in which this service can be read, and how each writes amounts, dates and rates. */
public enum Language {
    ZH("zh-CN", "%s 元", "y年M月d日"),
    EN("en", "CNY %s", "d MMMM y");

    private final String tag;
    private final String money;
    private final DateTimeFormatter date;

    Language(String tag, String money, String date) {
        this.tag = tag;
        this.money = money;
        this.date = DateTimeFormatter.ofPattern(date, Locale.forLanguageTag(tag));
    }

    /** BCP 47 tag, as in {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The first of the reader's languages that we speak; Chinese when none is. */
    public static Language of(List<Locale> accepted) {
        return accepted.stream()
                .flatMap(locale -> switch (locale.getLanguage()) {
                    case "zh" -> List.of(ZH).stream();
                    case "en" -> List.of(EN).stream();
                    default -> List.<Language>of().stream();
                })
                .findFirst()
                .orElse(ZH);
    }

    /** {@code 449045} fen: {@code 4,490.45 元}, {@code CNY 4,490.45}. Exact, nothing is rounded. */
    public String money(long fen) {
        return money.formatted(decimal("#,##0.00").format(BigDecimal.valueOf(fen, 2)));
    }

    /** {@code 2026-12-22}: {@code 2026年12月22日}, {@code 22 December 2026}. */
    public String date(String iso) {
        return LocalDate.parse(iso).format(date);
    }

    /** {@code 0.0350}: {@code 3.50%}; more decimals when the rate has them. */
    public String rate(String fraction) {
        var percent = new BigDecimal(fraction).movePointRight(2).stripTrailingZeros();
        return percent.setScale(Math.max(2, percent.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString() + "%";
    }

    private static DecimalFormat decimal(String pattern) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format;
    }
}
