package io.anju.repayment.wallet.model;

import io.anju.document.model.Block;
import io.anju.document.model.Document;
import io.anju.kernel.money.Fen;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The account report on paper, in Chinese. */
public final class WalletReportDocument {

    private static final String TITLE = "信用钱包关联账户报告";
    /** Business dates are those of Shanghai. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column("日期", 3, false), new Block.Column("摘要", 5, false), new Block.Column("金额", 4, true));

    private WalletReportDocument() {}

    /** The document. */
    public static Document of(WalletReport report) {
        WalletLink.Facts link = report.link().facts();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(TITLE, "钱包尾号 " + link.tail() + "，截至 " + day(report)));
        blocks.add(plain("关联编号：" + link.id()));
        blocks.add(plain("贷款编号：" + link.loanId()));
        blocks.add(plain("关联状态：" + state(report.link())));
        blocks.add(plain("授信额度：" + Fen.yuan(link.limit()) + " 元"));
        blocks.add(plain("已用额度：" + Fen.yuan(report.account().creditUsed()) + " 元"));
        blocks.add(plain("自有资金余额：" + Fen.yuan(report.account().ownFunds()) + " 元"));
        report.impact()
                .nextDue()
                .ifPresent(due -> blocks.add(
                        plain("下一还款日：" + due + "，金额 " + Fen.yuan(report.impact().nextAmount()) + " 元")));
        addPayments(blocks, report);
        if (!(report.link() instanceof WalletLink.Unlinked)) {
            addImpact(blocks, report.impact());
        }
        blocks.add(
                new Block.Paragraph("金额单位：人民币元。还款均以钱包自有资金支付，未使用信用额度。解除关联不是不良信用记录，也不影响本行的任何评分。", Block.Emphasis.NOTE));
        return new Document(TITLE, link.id().toString(), report.madeAt(), blocks);
    }

    private static void addPayments(List<Block> blocks, WalletReport report) {
        blocks.add(new Block.Heading("通过钱包还款"));
        if (report.payments().isEmpty()) {
            blocks.add(plain("尚无通过钱包的还款。"));
            return;
        }
        blocks.add(new Block.Table(
                COLUMNS,
                report.payments().stream()
                        .map(payment -> List.of(
                                payment.date().toString(), words(payment.reference()), Fen.yuan(payment.amount())))
                        .toList()));
        blocks.add(plain("合计：" + Fen.yuan(report.paid()) + " 元"));
    }

    /** The ledger's own word for what was paid, for a person to read. */
    private static String words(String reference) {
        return reference.startsWith("INSTALMENT ")
                ? "第 " + reference.substring("INSTALMENT ".length()) + " 期月供"
                : reference;
    }

    private static void addImpact(List<Block> blocks, Impact impact) {
        blocks.add(new Block.Heading("如果解除关联"));
        for (Impact.Item item : impact.items()) {
            String amount = item.amount() == 0 ? "" : "（" + Fen.yuan(item.amount()) + " 元）";
            blocks.add(plain("· " + ImpactWords.means(item.consequence()).zh() + amount
                    + ImpactWords.mend(item.consequence()).zh()));
        }
        blocks.add(plain("确认解除后在撤销期内可以撤销；对任何一步有异议，都可以申诉。"));
    }

    private static String state(WalletLink link) {
        return switch (link) {
            case WalletLink.Requested requested -> "待签署协议";
            case WalletLink.Linked linked -> linked.automatic() ? "已关联，自动扣款" : "已关联，手动还款";
            case WalletLink.Closing closing ->
                "正在解除，可撤销至 "
                        + LocalDateTime.ofInstant(closing.undoUntil(), ZONE).format(MINUTES);
            case WalletLink.Unlinked gone -> "已解除";
            case WalletLink.Cancelled never -> "未生效";
        };
    }

    private static LocalDate day(WalletReport report) {
        return LocalDate.ofInstant(report.madeAt(), ZONE);
    }

    private static Block plain(String text) {
        return Block.Paragraph.plain(text);
    }
}
