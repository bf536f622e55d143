package io.anju.repayment.wallet.model;

import io.anju.repayment.wallet.model.Impact.Consequence;

/** What each consequence means, and what mends it, in both languages. */
public final class ImpactWords {

    /** The same in both languages. */
    public record Words(String zh, String en) {}

    private static final Words NOTHING_TO_DO = new Words("无需处理。", "Nothing to do.");

    private ImpactWords() {}

    /** What it means. */
    public static Words means(Consequence consequence) {
        return switch (consequence) {
            case NONE_SCHEDULED -> new Words("没有通过钱包自动扣款的分期。", "No instalment is scheduled through the wallet.");
            case CARD_TAKES_OVER ->
                new Words("以后各期改由默认银行卡自动扣款。", "Instalments will be debited from your preferred card instead.");
            case NOTHING_PAYS_BY_ITSELF ->
                new Words(
                        "以后各期将没有自动扣款，逾期会产生罚息。",
                        "Nothing will pay the next instalments by itself; late ones cost penalty interest.");
            case INSTALMENT_UNPAID -> new Words("当前有分期已到期未还。", "An instalment is due and unpaid.");
            case NOTHING_OWED -> new Words("钱包没有未还的信用余额。", "Nothing is owed on the wallet's credit line.");
            case CREDIT_STAYS_OWED ->
                new Words("已用的信用额度仍须向钱包机构归还。", "What is drawn on credit stays owed to the wallet's institution.");
            case LIMIT_ENDS -> new Words("由房贷授予的信用额度终止。", "The credit limit granted with the mortgage ends.");
            case NO_LIMIT_TO_LOSE -> new Words("没有会终止的信用额度。", "There is no credit limit to lose.");
            case RECORDED_AS_CLOSED ->
                new Words(
                        "征信中显示为已正常销户，不是不良记录，也不影响本行的任何评分。",
                        "Your credit record shows an account closed in good order: no adverse entry, and no part of any score of ours.");
            case RECORDED_AS_OWED_UNTIL_REPAID ->
                new Words(
                        "余额还清前由钱包机构继续报送；逾期会成为不良记录。解除本身不是。",
                        "Until it is repaid the institution goes on reporting the balance; paying it late would be an adverse entry. The closing itself is none.");
        };
    }

    /** What can be done about it. */
    public static Words mend(Consequence consequence) {
        return switch (consequence) {
            case NONE_SCHEDULED, CARD_TAKES_OVER, NOTHING_OWED, NO_LIMIT_TO_LOSE, RECORDED_AS_CLOSED -> NOTHING_TO_DO;
            case NOTHING_PAYS_BY_ITSELF ->
                new Words("请先绑定一张银行卡，或按期手动还款。", "Bind a card first, or pay each instalment by hand.");
            case INSTALMENT_UNPAID -> new Words("请先还清当期，任何方式均可。", "Pay it first, in any way you like.");
            case CREDIT_STAYS_OWED, RECORDED_AS_OWED_UNTIL_REPAID ->
                new Words("请在钱包应用中归还余额。", "Repay the balance in the wallet's app.");
            case LIMIT_ENDS ->
                new Words(
                        "撤销期内可撤销，额度不变、无需重新审核；之后可重新关联。",
                        "While it can be undone the limit comes back without new underwriting; later you can link anew.");
        };
    }
}
