package io.anju.repayment.disbursement.http;

import io.anju.repayment.disbursement.DisbursementRefusal;

/** How refusals to order a payout, or to give it up, are answered. */
final class PayoutReplies {

    private PayoutReplies() {}

    static int status(DisbursementRefusal refusal) {
        return switch (refusal) {
            case DisbursementRefusal.NoSuchLoan none -> 404;
            case DisbursementRefusal.NotProposed none -> 404;
            case DisbursementRefusal.UnderWay underWay -> 409;
            case DisbursementRefusal.NotReturned out -> 409;
            case DisbursementRefusal.PaidOut paidOut -> 409;
            case DisbursementRefusal.Cancelled cancelled -> 409;
            case DisbursementRefusal.Proposed proposed -> 409;
            case DisbursementRefusal.SamePerson same -> 403;
        };
    }
}
