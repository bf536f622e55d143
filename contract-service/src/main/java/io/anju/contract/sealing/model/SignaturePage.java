package io.anju.contract.sealing.model;

import io.anju.contract.signing.model.ClauseReading;
import io.anju.contract.signing.model.PrintedClause;
import io.anju.document.model.Block;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The page behind a signed contract. It names the hash that was signed and of how many bytes, so that from the sealed file alone anybody can cut off the signed one and check it: the sealed file begins
 * with the signed file's very bytes.
 *
 * @param number of the contract
 * @param signedLength bytes of the signed file
 * @param signedSha256 hexadecimal
 * @param signer name
 * @param verificationId of the verification that the signer gave
 * @param evidenceSha256 over the passkey's assertion as handed over by identity-service, or over the verification token where there was none, hexadecimal
 * @param readings evidence that the important clauses were read
 * @param organisation whose seal follows
 * @param purpose of the seal
 */
public record SignaturePage(
        String number,
        long signedLength,
        String signedSha256,
        String signer,
        Instant signedAt,
        String verificationId,
        String evidenceSha256,
        List<PrintedClause> clauses,
        List<ClauseReading> readings,
        String organisation,
        String purpose) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    /** The page's blocks. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title("签署页", "Signature page"));
        blocks.add(Block.Paragraph.plain("合同编号：" + number));
        blocks.add(Block.Paragraph.plain("签署的文件：本 PDF 文件开头的 " + signedLength + " 个字节，其 SHA-256 摘要为"));
        blocks.add(Block.Paragraph.plain(signedSha256));
        blocks.add(new Block.Heading("签署人  Signer"));
        blocks.add(new Block.Table(
                List.of(
                        new Block.Column("姓名", 2, false),
                        new Block.Column("身份", 3, false),
                        new Block.Column("时间（北京时间）", 4, false),
                        new Block.Column("验证编号", 6, false)),
                List.of(List.of(signer, "借款人、抵押人", TIME.format(signedAt), verificationId))));
        blocks.add(new Block.Paragraph("签署证据的 SHA-256 摘要：" + evidenceSha256, Block.Emphasis.NOTE));
        blocks.add(new Block.Heading("重要条款的提示与确认  Important clauses, shown and confirmed"));
        blocks.add(readingsTable());
        blocks.add(new Block.Heading("贷款人、抵押权人签章  Lender's seal"));
        blocks.add(new Block.SealMark(organisation, purpose));
        return blocks;
    }

    private Block.Table readingsTable() {
        List<List<String>> rows = new ArrayList<>();
        for (ClauseReading reading : readings) {
            rows.add(List.of(
                    heading(reading.clauseId()),
                    TIME.format(reading.shownAt()),
                    reading.secondsShown() + " 秒",
                    reading.answer(),
                    reading.correct() ? "正确" : "错误，重新作答"));
        }
        return new Block.Table(
                List.of(
                        new Block.Column("条款", 6, false),
                        new Block.Column("显示时间", 5, false),
                        new Block.Column("停留", 2, true),
                        new Block.Column("作答", 2, false),
                        new Block.Column("结果", 3, false)),
                rows);
    }

    private String heading(String clauseId) {
        return clauses.stream()
                .filter(clause -> clause.id().equals(clauseId))
                .map(clause -> clause.heading().zh())
                .findFirst()
                .orElse(clauseId);
    }
}
