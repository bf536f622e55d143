package io.anju.repayment.account.model;

import io.anju.document.model.Block;
import io.anju.document.model.Document;
import io.anju.kernel.money.Fen;
import io.anju.repayment.ledger.model.TransferKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A statement on paper, in Chinese: what it is of, the balances at both ends, every line between them. */
public final class StatementDocument {

    private static final List<Block.Column> COLUMNS = List.of(
            new Block.Column("日期", 4, false),
            new Block.Column("摘要", 4, false),
            new Block.Column("金额", 5, true),
            new Block.Column("本金", 5, true),
            new Block.Column("利息", 4, true),
            new Block.Column("罚息", 4, true),
            new Block.Column("费用", 4, true),
            new Block.Column("本金余额", 5, true));

    private StatementDocument() {}

    /**
     * The document.
     *
     * @param from first business date asked for; the loan's first line stands for one that is earlier than it
     * @param madeAt printed by the file itself, not on the page
     */
    public static Document of(UUID loanId, LocalDate from, LocalDate to, Statement statement, Instant madeAt) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title("个人住房贷款对账单", span(from, to, statement)));
        blocks.add(Block.Paragraph.plain("贷款编号：" + loanId));
        blocks.add(Block.Paragraph.plain("期初本金余额：" + yuan(statement.opening())));
        blocks.add(Block.Paragraph.plain("期末本金余额：" + yuan(statement.closing())));
        blocks.add(new Block.Table(
                COLUMNS,
                statement.lines().stream().map(StatementDocument::cells).toList()));
        blocks.add(new Block.Paragraph("金额单位：人民币元。还款为正，放款为负；金额等于本金、利息、罚息与费用之和。", Block.Emphasis.NOTE));
        return new Document("个人住房贷款对账单", loanId.toString(), madeAt, blocks);
    }

    private static String span(LocalDate from, LocalDate to, Statement statement) {
        LocalDate first = statement.lines().isEmpty()
                ? from
                : statement.lines().getFirst().date();
        return (from.isBefore(first) && statement.opening() == 0 ? first : from) + " 至 " + to;
    }

    private static List<String> cells(StatementLine line) {
        return List.of(
                line.date().toString(),
                name(line.kind()),
                yuan(line.paid()),
                yuan(line.principal()),
                yuan(line.interest()),
                yuan(line.penalty()),
                yuan(line.costs()),
                yuan(line.balance()));
    }

    private static String name(TransferKind kind) {
        return switch (kind) {
            case DISBURSEMENT -> "放款";
            case INSTALMENT -> "还款";
            case PREPAYMENT -> "提前还款";
            case SUSPENSE -> "挂账";
            case RELEASE -> "销挂账";
            case REALLOCATION -> "还款重新分配";
            case CREDIT_TAKEN -> "误用信贷资金";
            case CREDIT_RETURNED -> "退回信贷资金";
            case REVERSAL -> "冲正";
        };
    }

    private static String yuan(long fen) {
        return Fen.yuan(fen);
    }
}
