package io.anju.identity.consent.model;

import io.anju.kernel.result.Result;
import java.util.Optional;

/**
 * Where a customer stands on a purpose and channel.
 *
 * @param subject with the version of the purpose that is in force
 * @param last the latest decision, whatever version it was about
 */
public record Stance(Purpose.Subject subject, Optional<Receipt> last) {

    /** Whether data may be used. A grant holds for the very version that it was given for (PIPL art. 14). */
    public boolean granted() {
        return last.filter(Receipt::granted).filter(this::current).isPresent();
    }

    /** Whether a grant is left behind by a newer version. */
    public boolean lapsed() {
        return last.filter(Receipt::granted).isPresent() && !granted();
    }

    /**
     * Whether the customer may be asked. Not after a clear no, and a withdrawal is one (网络数据安全管理条例 art. 22): then only
     * the customer begins. What has changed since asks again.
     */
    public Result<Purpose.Subject, ConsentRefusal> ask() {
        if (last.filter(this::current).isEmpty()) {
            return Result.ok(subject);
        }
        var receipt = last.get();
        return switch (receipt.decision()) {
            case GRANTED -> Result.refused(new ConsentRefusal.GrantedAlready(subject.purpose(), subject.channel()));
            case REFUSED, WITHDRAWN ->
                Result.refused(new ConsentRefusal.RefusedBefore(subject.purpose(), subject.channel(), receipt.at()));
            case LAPSED -> Result.ok(subject);
        };
    }

    private boolean current(Receipt receipt) {
        return receipt.subject().version() == subject.version();
    }
}
