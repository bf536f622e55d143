package io.anju.care.complaint;

import io.anju.care.complaint.model.Complaint;
import io.anju.care.complaint.model.ComplaintFile;
import io.anju.care.inbox.Notice;
import java.util.UUID;

/** What the customer is told of each step, in the word for the matter: complaint or appeal. */
final class ComplaintNotices {

    private ComplaintNotices() {}

    static Notice opened(UUID id, Complaint.Open open) {
        return switch (open.file().kind()) {
            case COMPLAINT -> new Notice.ComplaintOpened(id, id, open.dueOn());
            case APPEAL -> new Notice.AppealOpened(id, id, open.dueOn());
        };
    }

    static Notice extended(UUID cause, UUID id, Complaint.Pending pending) {
        return switch (pending.file().kind()) {
            case COMPLAINT -> new Notice.ComplaintExtended(cause, id, pending.dueOn());
            case APPEAL -> new Notice.AppealExtended(cause, id, pending.dueOn());
        };
    }

    static Notice answered(UUID id, ComplaintFile file) {
        return switch (file.kind()) {
            case COMPLAINT -> new Notice.ComplaintAnswered(id, id);
            case APPEAL -> new Notice.AppealAnswered(id, id);
        };
    }
}
