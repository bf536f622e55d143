package io.anju.repayment.wallet.model;

import io.anju.document.model.Block;
import io.anju.document.model.Document;
import io.anju.kernel.money.Fen;
import java.util.ArrayList;
import java.util.List;

/** The account report on paper, in Chinese. */
public final class WalletReportDocument {

    private static final String TITLE = "信用钱包关联账户报告";
    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column("日期", 3, false), new Block.Column("摘要", 5, false), new Block.Column("金额", 4, true));

    private WalletReportDocument() {}

    /** The document. */
    public static Document of(WalletReport report) {
        WalletLink.Facts link = report.link().facts();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(TITLE, "钱包尾号 " + link.tail()));
        blocks.add(plain("关联编号：" + link.id()));
        blocks.add(plain("贷款编号：" + link.loanId()));
        blocks.add(plain("授信额度：" + Fen.yuan(link.limit())));
        blocks.add(plain("已用额度：" + Fen.yuan(report.account().creditUsed())));
        blocks.add(plain("自有资金余额：" + Fen.yuan(report.account().ownFunds())));
        report.impact()
                .nextDue()
                .ifPresent(due -> blocks.add(
                        plain("下一还款日：" + due + "，金额 " + Fen.yuan(report.impact().nextAmount()))));
        blocks.add(new Block.Heading("通过钱包还款"));
        blocks.add(new Block.Table(
                COLUMNS,
                report.payments().stream()
                        .map(payment ->
                                List.of(payment.date().toString(), payment.reference(), Fen.yuan(payment.amount())))
                        .toList()));
        blocks.add(plain("合计：" + Fen.yuan(report.paid())));
        blocks.add(
                new Block.Paragraph("金额单位：人民币元。还款均以钱包自有资金支付，未使用信用额度。解除关联不是不良信用记录，也不影响本行的任何评分。", Block.Emphasis.NOTE));
        return new Document(TITLE, link.id().toString(), report.madeAt(), blocks);
    }

    private static Block plain(String text) {
        return Block.Paragraph.plain(text);
    }
}
