package io.anju.repayment.reconciliation.model;

/**
 * What a business date moved, from three sides that do not know each other. Amounts in fen.
 *
 * @param railIn what came in by the rail's file
 * @param railOut what went out by it
 * @param ledgerIn what was debited to the rail's clearing account, suspense aside
 * @param ledgerOut what was credited to it
 * @param suspense what was put into suspense that day less what the rail took back out of it
 * @param ordered what instalments, prepayments and payouts asked for under the references that were posted; signed
 * @param carried of the difference between rail and ledger: what ends a break of another day; signed
 * @param orderedCarried the same of the difference between orders and ledger
 * @param owedByLoans principal owed of the loans that something was posted for, as loans and bills say
 * @param owedByLedger the same, as the ledger says
 */
public record Totals(
        long railIn,
        long railOut,
        long ledgerIn,
        long ledgerOut,
        long suspense,
        long ordered,
        long carried,
        long orderedCarried,
        long owedByLoans,
        long owedByLedger) {

    /** What the breaks have to explain: the rail's total less the ledger's. */
    public long ledgerDifference() {
        return railIn - railOut - (ledgerIn - ledgerOut) - carried;
    }

    /** What the breaks have to explain: what was ordered less what was posted for it. */
    public long orderedDifference() {
        return ordered - (ledgerIn - ledgerOut) - orderedCarried;
    }
}
