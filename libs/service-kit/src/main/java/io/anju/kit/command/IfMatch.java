package io.anju.kit.command;

import io.anju.kit.http.ETags;
import io.anju.kit.problem.Problem;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the current request says about the version that it was made on; see {@link HeedsIfMatch}. */
@RequestScoped
class IfMatch {

    /**
     * @param tags of the header, as sent
     * @param table see {@link HeedsIfMatch#table}
     */
    record Precondition(String tags, String table, UUID id) {}

    private @Nullable Precondition asked;

    void set(Precondition precondition) {
        this.asked = precondition;
    }

    /** Does the work on the version that was asked for, or refuses. */
    Uni<Reply> guard(Tx tx, Supplier<Uni<Reply>> work) {
        if (asked == null) {
            return work.get();
        }
        var precondition = asked;
        return lockedVersion(tx, precondition)
                .flatMap(version -> work.get()
                        .map(reply -> version.isEmpty() || ETags.matches(precondition.tags(), version.get())
                                ? reply
                                : stale(reply, precondition.tags(), version.get())));
    }

    private static Uni<Optional<Long>> lockedVersion(Tx tx, Precondition precondition) {
        return tx.select("select version from " + precondition.table() + " where id = $1 for update", precondition.id())
                .map(rows -> rows.stream().findFirst().map(row -> ((Number) row[0]).longValue()));
    }

    // The work has been done by now and is undone with the refusal: only it knows whether the resource may be seen at
    // all, and to others a version says that there is one.
    private static Reply stale(Reply reply, String sent, long version) {
        return reply.status() == 403 || reply.status() == 404
                ? reply
                : Reply.problem(Problem.of(412, "STALE_VERSION", Map.of("current", ETags.of(version), "sent", sent)));
    }
}
