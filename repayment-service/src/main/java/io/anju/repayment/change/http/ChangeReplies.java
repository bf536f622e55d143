package io.anju.repayment.change.http;

import io.anju.kernel.result.Result;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.Problem;
import io.anju.repayment.change.model.AgreedChange;
import io.anju.repayment.change.model.ChangeOffer;
import io.anju.repayment.change.model.ChangeRefusal;
import java.util.HashMap;
import java.util.Map;

/** Answers that plan and rate have in common. */
final class ChangeReplies {

    private ChangeReplies() {}

    /** A quote made or refused. */
    static Reply quoted(Result<ChangeOffer, ChangeRefusal> result) {
        return Reply.of(result, offer -> Reply.created(ChangeOfferView.of(offer)), ChangeReplies::status);
    }

    /** A quote taken or refused; {@code path} is where changes are. */
    static Reply taken(Result<AgreedChange, ChangeRefusal> result, String path) {
        return switch (result) {
            case Result.Ok<AgreedChange, ChangeRefusal>(AgreedChange change) ->
                Reply.created(path + "/" + change.id(), ChangeView.of(change));
            case Result.Refused<AgreedChange, ChangeRefusal>(ChangeRefusal refusal) -> refused(refusal);
        };
    }

    /** The fresh offer was kept, so that it can be taken: what the refused request wrote stays. */
    private static Reply refused(ChangeRefusal refusal) {
        if (!(refusal instanceof ChangeRefusal.QuoteEnded ended)
                || ended.fresh().isEmpty()) {
            return Reply.problem(Problem.of(status(refusal), refusal));
        }
        Map<String, Object> facts = new HashMap<>(refusal.evidence());
        facts.put("fresh", ChangeOfferView.of(ended.fresh().get()));
        return Reply.recorded(Problem.of(status(refusal), refusal.code(), facts));
    }

    static int status(ChangeRefusal refusal) {
        return switch (refusal) {
            case ChangeRefusal.NoSuchLoan none -> 404;
            case ChangeRefusal.LoanNotActive not -> 409;
            case ChangeRefusal.NotEligible not -> 409;
            case ChangeRefusal.NotPossible not -> 422;
            case ChangeRefusal.NoSuchQuote none -> 422;
            case ChangeRefusal.QuoteTaken taken -> 409;
            case ChangeRefusal.QuoteExpired expired -> 409;
            case ChangeRefusal.QuoteOvertaken overtaken -> 409;
            case ChangeRefusal.NoSuchRequest none -> 404;
            case ChangeRefusal.RequestOpen open -> 409;
            case ChangeRefusal.RequestDecided decided -> 409;
            case ChangeRefusal.RequestWithdrawn withdrawn -> 409;
            case ChangeRefusal.RequestNotRecommended not -> 409;
            case ChangeRefusal.CounterChangeOpen open -> 409;
            case ChangeRefusal.CounterChangeDecided decided -> 409;
            case ChangeRefusal.SamePerson same -> 403;
        };
    }
}
