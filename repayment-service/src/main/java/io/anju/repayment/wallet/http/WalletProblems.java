package io.anju.repayment.wallet.http;

import io.anju.repayment.wallet.model.WalletRefusal;

/** Which refusal has which status. */
final class WalletProblems {

    private WalletProblems() {}

    static int status(WalletRefusal refusal) {
        return switch (refusal) {
            case WalletRefusal.NotFound none -> 404;
            case WalletRefusal.LoanUnknown none -> 422;
            case WalletRefusal.LoanNotActive not -> 409;
            case WalletRefusal.AlreadyLinked already -> 409;
            case WalletRefusal.CodeWrong wrong -> 422;
            case WalletRefusal.NotInForce not -> 409;
            case WalletRefusal.OutOfTurn other -> 409;
            case WalletRefusal.InstalmentOpen open -> 409;
            case WalletRefusal.PaymentUnderWay underWay -> 409;
            case WalletRefusal.UndoTooLate late -> 409;
        };
    }
}
