package io.anju.kernel.money;

/**
 * The amount in Chinese capitals (人民币大写), as a contract or a receipt must carry it beside the figures.
 *
 * <p>Source: 正确填写票据和结算凭证的基本规定, annex 1 of 支付结算办法 (银发〔1997〕393号). The clauses that decide the form are
 * quoted at the lines that follow them. Where the text allows two forms, the first of the annex's own
 * examples is written.
 *
 * <table>
 *   <caption>Examples of the annex</caption>
 *   <tr><th>fen</th><th>capitals</th></tr>
 *   <tr><td>140950</td><td>壹仟肆佰零玖元伍角</td></tr>
 *   <tr><td>600714</td><td>陆仟零柒元壹角肆分</td></tr>
 *   <tr><td>1640902</td><td>壹万陆仟肆佰零玖元零贰分</td></tr>
 * </table>
 */
public final class ChineseCapitals {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿"};

    private ChineseCapitals() {}

    /**
     * The amount in capitals without the leading word 人民币.
     *
     * @param fen not negative and at most {@link Fen#MAX}
     * @throws IllegalArgumentException outside that range: such an amount is in no contract
     */
    public static String of(long fen) {
        if (fen < 0 || fen > Fen.MAX) {
            throw new IllegalArgumentException("no capitals for " + fen + " fen");
        }
        if (fen == 0) {
            return "零元整";
        }
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int cents = (int) (fen % 10);
        StringBuilder text = new StringBuilder();
        if (yuan > 0) {
            text.append(integer(yuan)).append('元');
        }
        // 一、…到"元"为止的，在"元"之后，应写"整"(或"正")字
        if (jiao == 0 && cents == 0) {
            return text.append('整').toString();
        }
        // 二、4. 金额角位是"0"，而分位不是"0"时，中文大写金额"元"后面应写"零"字
        // 二、3. …元位是"0"，…角位不是"0"时，中文大写金额中可以只写一个零字: written, as in the annex's first form
        if (yuan > 0 && (jiao == 0 || yuan % 10 == 0)) {
            text.append('零');
        }
        if (jiao > 0) {
            text.append(digit(jiao)).append('角');
        }
        // 一、…大写金额数字有"分"的，"分"后面不写"整"(或"正")字
        if (cents > 0) {
            text.append(digit(cents)).append('分');
        }
        return text.toString();
    }

    /** Groups of four digits from the left, each with its 万 or 亿. */
    private static String integer(long yuan) {
        StringBuilder text = new StringBuilder();
        boolean skipped = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int four = (int) (yuan / powerOf10(4 * group) % 10_000);
            if (four == 0) {
                skipped = !text.isEmpty();
                continue;
            }
            // 二、3. 万位…是"0"，…但千位…不是"0"时，…可以只写一个零字，也可以不写"零"字: not written, as in the annex's first form
            if (!text.isEmpty() && (skipped || four < 1_000)) {
                text.append('零');
            }
            skipped = false;
            text.append(fourDigits(four)).append(GROUPS[group]);
        }
        return text.toString();
    }

    /** 二、2. 阿拉伯数字中间连续有几个"0"时，中文大写金额中间可以只写一个"零"字. */
    private static String fourDigits(int four) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = (int) (four / powerOf10(place) % 10);
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append('零');
            }
            gap = false;
            text.append(digit(digit)).append(PLACES[place]);
        }
        return text.toString();
    }

    private static char digit(int digit) {
        return DIGITS.charAt(digit);
    }

    private static long powerOf10(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
