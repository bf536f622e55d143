package io.anju.kernel.arrears;

/**
 * The five classes of loans (五级分类), as far as days overdue decide: the least severe class that the rule allows. Other
 * findings (a debtor who cannot pay, a restructuring) can only make it worse.
 *
 * <p>Source: 商业银行金融资产风险分类办法 (2023 年第 1 号令), 第十至十三条.
 */
public enum LoanClass {
    /** 正常: nothing overdue, or up to 7 days for operational or technical reasons. */
    NORMAL,
    /** 关注: 本金、利息或收益逾期，操作性或技术性原因导致的短期逾期除外（7天内）. */
    SPECIAL_MENTION,
    /** 次级: 本金、利息或收益逾期超过90天. */
    SUBSTANDARD,
    /** 可疑: 本金、利息或收益逾期超过270天. */
    DOUBTFUL,
    /** 损失: 本金、利息或收益逾期超过360天. */
    LOSS;

    /**
     * The class of so many days overdue.
     *
     * @param technical whether the lateness has an operational or technical reason, such as a failed debit run
     */
    public static LoanClass ofDays(int daysOverdue, boolean technical) {
        if (daysOverdue > 360) {
            return LOSS;
        }
        if (daysOverdue > 270) {
            return DOUBTFUL;
        }
        if (daysOverdue > 90) {
            return SUBSTANDARD;
        }
        return daysOverdue <= 0 || technical && daysOverdue <= 7 ? NORMAL : SPECIAL_MENTION;
    }
}
