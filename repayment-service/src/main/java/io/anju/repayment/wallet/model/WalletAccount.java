package io.anju.repayment.wallet.model;

/**
 * What the institution says a wallet holds; fen.
 *
 * @param ownFunds the holder's own money, the only one that pays instalments
 * @param creditLimit what may be drawn on credit
 * @param creditUsed what is drawn and owed to the institution
 */
public record WalletAccount(long ownFunds, long creditLimit, long creditUsed) {}
