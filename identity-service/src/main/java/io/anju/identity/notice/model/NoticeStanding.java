package io.anju.identity.notice.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a customer stands on the privacy notice. Nothing that a contract or a law needs waits for it (PIPL art. 13): it is
 * shown, and the answer is kept.
 *
 * @param current the notice in force
 * @param asksSince the oldest version that says what the one in force says of purpose, method and kind of data; whoever
 *     decided about this or a later one is not asked (PIPL art. 14)
 * @param last the latest decision, whatever version it was about
 */
public record NoticeStanding(NoticeReference current, String asksSince, Optional<Decided> last) {

    /** What a customer says to a notice. */
    public enum Decision {
        ACCEPTED,
        REFUSED
    }

    /** Where they stand. */
    public enum State {
        AWAITING,
        ACCEPTED,
        REFUSED
    }

    /**
     * A decision.
     *
     * @param receipt empty for an acceptance that came with a registration
     */
    public record Decided(String version, Decision decision, Instant at, Optional<UUID> receipt) {}

    /** A clear no is not asked about again (网络数据安全管理条例 art. 22), until what the notice says has changed. */
    public State state() {
        return counting()
                .map(decided -> State.valueOf(decided.decision().name()))
                .orElse(State.AWAITING);
    }

    /** The decision that counts for the notice in force. */
    public Optional<Decided> counting() {
        return last.filter(decided -> decided.version().compareTo(asksSince) >= 0);
    }

    /** The notice that is to be shown, where one is. */
    public Optional<NoticeReference> awaiting() {
        return state() == State.AWAITING ? Optional.of(current) : Optional.empty();
    }
}
