package io.anju.repayment.reconciliation.http;

import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.Reconciliation;
import io.anju.repayment.reconciliation.model.Totals;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A date's reconciliation as JSON. Amounts in fen; differences are positive where the rail, or the orders, have more.
 *
 * @param source whose file
 * @param lookedAt when the other side was last asked whether the file was corrected after it was read; absent while it
 *     was not
 * @param version of the file that counts; a corrected one is the next
 * @param sha256 over its lines; absent before they are here
 * @param problem why the last attempt came to nothing; absent when it did not
 * @param lines of the file; absent before it is here
 * @param sides absent before they are compared
 * @param explained whether the three sides agree, or the listed breaks explain to the fen where they do not
 */
@RegisterForReflection
public record ReconciliationView(
        Channel source,
        LocalDate date,
        Reconciliation.Stage state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant lookedAt,
        @Nullable String problem,
        int version,
        @Nullable String sha256,
        @Nullable Integer lines,
        @Nullable Sides sides,
        int breaks,
        int breaksOpen,
        boolean explained) {

    private static final String FEN = "Fen";

    /**
     * The three sides.
     *
     * @param rail by the daily file
     * @param ledger by the source's clearing account, suspense aside
     * @param instalments what instalments, prepayments and payouts asked for under the references that were posted
     * @param suspense what was put into suspense that day less what the rail took back out of it
     * @param carried of the difference between rail and ledger: what ends a break of another day
     * @param instalmentCarried the same of the difference between instalments and ledger
     * @param railDifference rail less ledger less carried
     * @param railExplained of it, what the breaks explain
     * @param instalmentDifference instalments less ledger less carried
     * @param instalmentExplained of it, what the breaks explain
     * @param owedByLoans principal owed of the loans concerned, as loans and bills say
     * @param owedByLedger the same, as the ledger says
     */
    @RegisterForReflection
    public record Sides(
            Flow rail,
            Flow ledger,
            @Schema(description = FEN) long instalments,
            long suspense,
            @Schema(description = FEN) long carried,
            @Schema(description = FEN) long instalmentCarried,
            long railDifference,
            @Schema(description = FEN) long railExplained,
            long instalmentDifference,
            @Schema(description = FEN) long instalmentExplained,
            @Schema(description = FEN) long owedByLoans,
            @Schema(description = FEN) long owedByLedger) {}

    /** Money in, money out, and the one less the other. */
    @RegisterForReflection
    public record Flow(
            @Schema(description = FEN) long in,
            @Schema(description = FEN) long out,
            @Schema(description = FEN) long total) {

        static Flow of(long in, long out) {
            return new Flow(in, out, in - out);
        }
    }

    static ReconciliationView of(Reconciliation found) {
        return new ReconciliationView(
                found.source(),
                found.date(),
                found.stage(),
                found.startedBy(),
                found.startedAt(),
                found.finishedAt().orElse(null),
                found.lookedAt().orElse(null),
                found.problem().orElse(null),
                found.version(),
                found.sha256().orElse(null),
                found.lines().orElse(null),
                found.totals().map(totals -> sides(totals, found.breaks())).orElse(null),
                found.breaks().all(),
                found.breaks().open(),
                found.explained());
    }

    private static Sides sides(Totals totals, Reconciliation.Breaks breaks) {
        return new Sides(
                Flow.of(totals.railIn(), totals.railOut()),
                Flow.of(totals.ledgerIn(), totals.ledgerOut()),
                totals.ordered(),
                totals.suspense(),
                totals.carried(),
                totals.orderedCarried(),
                totals.ledgerDifference(),
                breaks.ledgerDifference(),
                totals.orderedDifference(),
                breaks.orderedDifference(),
                totals.owedByLoans(),
                totals.owedByLedger());
    }
}
