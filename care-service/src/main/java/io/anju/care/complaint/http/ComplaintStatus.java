package io.anju.care.complaint.http;

import io.anju.care.complaint.ComplaintEntry;
import io.anju.care.complaint.model.ComplaintRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.command.Reply;

/** A step's outcome as an answer: the complaint, or the refusal with its status. */
final class ComplaintStatus {

    private ComplaintStatus() {}

    static Reply reply(Result<ComplaintEntry, ComplaintRefusal> result) {
        return Reply.of(
                result, entry -> Reply.ok(ComplaintView.of(entry)).withETag(entry.version()), ComplaintStatus::of);
    }

    static int of(ComplaintRefusal refusal) {
        return switch (refusal) {
            case ComplaintRefusal.Recused recused -> 403;
            case ComplaintRefusal.SecondPersonNeeded second -> 403;
            case ComplaintRefusal.Closed closed -> 409;
            case ComplaintRefusal.NoMoreTime late -> 409;
            case ComplaintRefusal.Overdue missed -> 409;
            case ComplaintRefusal.UnknownContact contact -> 422;
            case ComplaintRefusal.Unknown unknown -> 404;
        };
    }
}
