package io.anju.repayment.wallet.http;

import io.anju.kernel.result.Result;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
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
            case WalletRefusal.GivenUp given -> 409;
            case WalletRefusal.NotInForce not -> 409;
            case WalletRefusal.OutOfTurn other -> 409;
            case WalletRefusal.InstalmentOpen open -> 409;
            case WalletRefusal.PaymentUnderWay underWay -> 409;
            case WalletRefusal.UndoTooLate late -> 409;
        };
    }

    /** What was asked for, or its refusal as a problem. */
    static <T> T orThrow(Result<T, WalletRefusal> result) {
        return switch (result) {
            case Result.Ok<T, WalletRefusal>(T value) -> value;
            case Result.Refused<T, WalletRefusal>(WalletRefusal refusal) ->
                throw new ProblemException(Problem.of(status(refusal), refusal));
        };
    }
}
