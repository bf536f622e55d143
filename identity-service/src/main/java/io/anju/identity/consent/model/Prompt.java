package io.anju.identity.consent.model;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.UUID;

/**
 * The customer was asked, and has not answered yet or has.
 *
 * @param answered whether a decision refers to it
 */
public record Prompt(UUID id, Purpose.Subject subject, Instant askedAt, boolean answered) {

    /** Whether it may be answered: once, and only while what was shown is what is in force. */
    public Result<Prompt, ConsentRefusal> answer(Purpose.Subject now) {
        if (!subject.purpose().equals(now.purpose()) || !subject.channel().equals(now.channel())) {
            return Result.refused(new ConsentRefusal.PromptUnknown());
        }
        if (subject.version() != now.version()) {
            return Result.refused(new ConsentRefusal.PurposeChanged(now.purpose(), subject.version(), now.version()));
        }
        return answered ? Result.refused(new ConsentRefusal.PromptAnswered()) : Result.ok(this);
    }
}
