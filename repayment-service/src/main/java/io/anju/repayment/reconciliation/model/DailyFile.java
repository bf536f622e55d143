package io.anju.repayment.reconciliation.model;

import io.anju.kernel.result.Result;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.FileLine.Funds;
import io.anju.repayment.reconciliation.model.FileLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The form of a daily file: RFC 4180, a header, one transaction or fact per line, each line ended by CR LF, so that a file
 * that was cut off is seen. The rail's and the one of the wallet's institution differ in their words alone.
 */
public final class DailyFile {

    /** The first line of the rail's. */
    public static final String HEADER = "transactionId,reference,kind,state,reason,account,amount,settledAt";

    /** The first line of the wallet institution's. */
    public static final String WALLET_HEADER = "transactionId,reference,kind,state,funds,account,amount,settledAt";

    private static final int NAME_MOST = 200;
    /** Fen: a hundred billion yuan; no bank moves more at once. */
    private static final long AMOUNT_MOST = 10_000_000_000_000L;

    private static final int TRANSACTION = 0;
    private static final int REFERENCE = 1;
    private static final int KIND = 2;
    private static final int STATE = 3;
    private static final int FUNDS = 4;
    private static final int AMOUNT = 6;
    private static final int FIELDS = 8;

    private DailyFile() {}

    /** Reads a line's record, its line end still on it but for the LF; the header is line 0 and has no record. */
    public static Result<FileLine, FileFault> read(Channel source, int number, String text) {
        if (!text.endsWith("\r")) {
            return refused(number, "end of line");
        }
        List<String> fields = fields(text.substring(0, text.length() - 1));
        if (fields.size() != FIELDS) {
            return refused(number, "number of fields");
        }
        if (!isName(fields.get(TRANSACTION))) {
            return refused(number, "transactionId");
        }
        if (!isName(fields.get(REFERENCE))) {
            return refused(number, "reference");
        }
        return read(source, number, fields);
    }

    /** What is wrong with the first line, which has to be the header. */
    public static Optional<FileFault> faultOfHeader(Channel source, String text) {
        String header = switch (source) {
            case RAIL -> HEADER;
            case WALLET -> WALLET_HEADER;
        };
        return text.equals(header + "\r") ? Optional.empty() : Optional.of(new FileFault.Malformed(0, "header"));
    }

    private static Result<FileLine, FileFault> read(Channel source, int number, List<String> fields) {
        Optional<Kind> kind = Kind.of(source, fields.get(KIND));
        if (kind.isEmpty()) {
            return refused(number, "kind");
        }
        boolean succeeded = fields.get(STATE).equals("SUCCEEDED");
        if (!succeeded && !fields.get(STATE).equals("FAILED")) {
            return refused(number, "state");
        }
        boolean ofWallet = kind.get() == Kind.WALLET_DEBIT || kind.get() == Kind.WALLET_RETURN;
        Optional<Funds> funds = ofWallet ? funds(fields.get(FUNDS)) : Optional.empty();
        if (ofWallet && funds.isEmpty()) {
            return refused(number, "funds");
        }
        OptionalLong amount = amount(fields.get(AMOUNT), kind.get().isMoney());
        return amount.isEmpty()
                ? refused(number, "amount")
                : Result.ok(new FileLine(
                        number,
                        fields.get(TRANSACTION),
                        fields.get(REFERENCE),
                        kind.get(),
                        succeeded,
                        funds,
                        amount.getAsLong()));
    }

    private static Optional<Funds> funds(String word) {
        return switch (word) {
            case "OWN" -> Optional.of(Funds.OWN);
            case "CREDIT" -> Optional.of(Funds.CREDIT);
            default -> Optional.empty();
        };
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= NAME_MOST && text.chars().noneMatch(Character::isISOControl);
    }

    /** Empty when it is none; nothing at all is none of money. */
    private static OptionalLong amount(String text, boolean ofMoney) {
        if (!text.matches(ofMoney ? "[1-9][0-9]{0,13}" : "0|[1-9][0-9]{0,13}")) {
            return OptionalLong.empty();
        }
        long fen = Long.parseLong(text);
        return fen > AMOUNT_MOST ? OptionalLong.empty() : OptionalLong.of(fen);
    }

    /** The fields of a record (RFC 4180, section 2); none when its quotes are not in order. */
    static List<String> fields(String record) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= record.length()) {
            int end = record.startsWith("\"", at) ? behindQuotes(record, at) : nextComma(record, at);
            if (end < 0 || (end < record.length() && record.charAt(end) != ',')) {
                return List.of();
            }
            String field = record.substring(at, end);
            boolean quoted = field.startsWith("\"");
            if (!quoted && field.contains("\"")) {
                return List.of();
            }
            fields.add(quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field);
            at = end + 1;
        }
        return fields;
    }

    private static int nextComma(String record, int from) {
        int comma = record.indexOf(',', from);
        return comma < 0 ? record.length() : comma;
    }

    /** The place behind the quoted field that begins here; −1 when it does not end. */
    private static int behindQuotes(String record, int from) {
        int quote = record.indexOf('"', from + 1);
        while (quote >= 0 && record.startsWith("\"", quote + 1)) {
            quote = record.indexOf('"', quote + 2);
        }
        return quote < 0 ? quote : quote + 1;
    }

    private static Result<FileLine, FileFault> refused(int number, String what) {
        return Result.refused(new FileFault.Malformed(number, what));
    }
}
