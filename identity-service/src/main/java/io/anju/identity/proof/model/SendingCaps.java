package io.anju.identity.proof.model;

import io.anju.identity.model.ProofRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many codes may be sent. Keeps one phone from being flooded and one address from flooding many.
 *
 * @param pause between two codes to one phone, among the purposes that are counted together
 * @param perPhone codes to one phone within 24 hours, for these purposes
 * @param perAddress codes asked for by one network address within 24 hours
 */
public record SendingCaps(Duration pause, int perPhone, int perAddress) {

    /** What was sent so far in the last 24 hours; {@code last} is the latest to this phone for one of the purposes. */
    public record Sent(Optional<Instant> last, int toPhone, int fromAddress) {}

    /** Empty when one more may be sent now. */
    public Optional<ProofRefusal> refuse(Sent sent, Instant now) {
        Optional<Instant> next = sent.last().map(last -> last.plus(pause)).filter(now::isBefore);
        if (next.isPresent()) {
            return Optional.of(new ProofRefusal.SentJustNow(next.get()));
        }
        if (sent.toPhone() >= perPhone) {
            return Optional.of(new ProofRefusal.CapReached(perPhone));
        }
        if (sent.fromAddress() >= perAddress) {
            return Optional.of(new ProofRefusal.CapReached(perAddress));
        }
        return Optional.empty();
    }
}
