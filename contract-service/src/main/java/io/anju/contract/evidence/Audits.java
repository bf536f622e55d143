package io.anju.contract.evidence;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: what audits found. */
public interface Audits {
    /**
     * One audit.
     *
     * @param size of the log
     * @param from first leaf looked at
     * @param to the one behind the last
     * @param findings one a line, empty when sound
     */
    record Audit(UUID id, long size, long from, long to, List<String> findings, Instant at) {
        /** Whether nothing was found. */
        public boolean sound() {
            return findings.isEmpty();
        }
    }

    /** Keeps one. */
    Uni<Void> add(Tx tx, Audit audit);

    /** Newest first, those before {@code before}. */
    Uni<List<Audit>> list(Optional<UUID> before, int limit);
}
