package io.anju.repayment.reconciliation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.result.Result;
import io.anju.repayment.rail.model.Channel;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of the rail's file (RFC 4180): what is read, and where a line is refused. */
class DailyFileTest {

    private static final String GOOD = "t-1,r-1,DEBIT,SUCCEEDED,,tok_1,449045,2026-12-22T02:00:00Z\r";

    @Test
    void readsALine() {
        assertEquals(
                Result.ok(new FileLine(7, "t-1", "r-1", FileLine.Kind.DEBIT, true, Optional.empty(), 449_045)),
                DailyFile.read(Channel.RAIL, 7, GOOD));
    }

    @Test
    void readsQuotedFieldsWithCommasAndQuotes() {
        assertEquals(
                Result.ok(new FileLine(1, "t-1", "a \"b\", c", FileLine.Kind.PAYOUT, false, Optional.empty(), 1)),
                DailyFile.read(
                        Channel.RAIL,
                        1,
                        "t-1,\"a \"\"b\"\", c\",PAYOUT,FAILED,DECLINED,\"x,y\",1,2026-12-22T02:00:00Z\r"));
    }

    @Test
    void wantsTheHeaderItKnows() {
        assertEquals(Optional.empty(), DailyFile.faultOfHeader(Channel.RAIL, DailyFile.HEADER + "\r"));
        assertEquals(
                Optional.of(new FileFault.Malformed(0, "header")),
                DailyFile.faultOfHeader(Channel.RAIL, "reference,amount\r"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "t-1,r-1,DEBIT,SUCCEEDED,,tok_1,449045,2026-12-22T02:00:00Z | end of line",
                "t-1,r-1,DEBIT,SUCCEEDED,,tok_1,449045# | number of fields",
                "t-1,\"r-1,DEBIT,SUCCEEDED,,tok_1,449045,x# | number of fields",
                "t-1,r\"1,DEBIT,SUCCEEDED,,tok_1,449045,x# | number of fields",
                "t-1,\"r\"1,DEBIT,SUCCEEDED,,tok_1,449045,x# | number of fields",
                ",r-1,DEBIT,SUCCEEDED,,tok_1,449045,x# | transactionId",
                "t-1,,DEBIT,SUCCEEDED,,tok_1,449045,x# | reference",
                "t-1,r-1,LOAN,SUCCEEDED,,tok_1,449045,x# | kind",
                "t-1,r-1,DEBIT,PENDING,,tok_1,449045,x# | state",
                "t-1,r-1,DEBIT,SUCCEEDED,,tok_1,0,x# | amount",
                "t-1,r-1,DEBIT,SUCCEEDED,,tok_1,-5,x# | amount",
                "t-1,r-1,DEBIT,SUCCEEDED,,tok_1,4490.45,x# | amount",
                "t-1,r-1,DEBIT,SUCCEEDED,,tok_1,99999999999999,x# | amount"
            })
    void refusesALineAndSaysWhichPartOfIt(String line, String part) {
        assertEquals(
                Result.refused(new FileFault.Malformed(3, part)),
                DailyFile.read(Channel.RAIL, 3, line.strip().replace("#", "\r")));
    }
}
