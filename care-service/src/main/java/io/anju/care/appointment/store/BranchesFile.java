package io.anju.care.appointment.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.care.appointment.model.Branch;
import io.anju.kit.failure.SurvivedFailures;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The branches of the bank, from {@code anju.care.branches-file}; without it two examples, so that the platform can be
 * tried. Read at start; what changed counts for new bookings.
 */
@ApplicationScoped
@RegisterForReflection(targets = Branch.class)
class BranchesFile {

    private static final String EXAMPLES = "appointment/branches.json";

    private static final String PUT = """
            insert into branch (id, name_zh, name_en, address_zh, address_en, opens, closes, counters, active)
            values ($1, $2, $3, $4, $5, $6, $7, $8, true)
            on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
                address_zh = excluded.address_zh, address_en = excluded.address_en, opens = excluded.opens,
                closes = excluded.closes, counters = excluded.counters, active = true
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final SurvivedFailures failures;
    private final Optional<String> file;

    BranchesFile(
            Pool pool,
            ObjectMapper json,
            SurvivedFailures failures,
            @ConfigProperty(name = "anju.care.branches-file") Optional<String> file) {
        this.pool = pool;
        this.json = json;
        this.failures = failures;
        this.file = file;
    }

    /**
     * A file that cannot be read, or names a branch that cannot be visited, stops the start: better no service than one
     * without branches.
     */
    void start(@Observes StartupEvent event) throws IOException {
        failures.need("keeping the branches", put(read()));
    }

    private List<Branch> read() throws IOException {
        try (var stream = open()) {
            var branches = json.readValue(stream, new TypeReference<List<Branch>>() {});
            var flaws =
                    branches.stream().flatMap(branch -> branch.flaw().stream()).toList();
            if (!flaws.isEmpty()) {
                throw new IllegalStateException(file.orElse(EXAMPLES) + ": " + String.join("; ", flaws));
            }
            return branches;
        }
    }

    private InputStream open() throws IOException {
        if (file.isPresent()) {
            return Files.newInputStream(Path.of(file.get()));
        }
        var loader = Objects.requireNonNull(BranchesFile.class.getClassLoader());
        return Objects.requireNonNull(loader.getResourceAsStream(EXAMPLES), EXAMPLES);
    }

    private Uni<Void> put(List<Branch> branches) {
        var rows = branches.stream()
                .map(b -> Tuple.from(List.of(
                        b.id(),
                        b.nameZh(),
                        b.nameEn(),
                        b.addressZh(),
                        b.addressEn(),
                        b.opens(),
                        b.closes(),
                        b.counters())))
                .toList();
        return pool.withTransaction(connection -> connection
                .query("update branch set active = false")
                .execute()
                // A batch of nothing is refused; a bank may have named no branch yet.
                .flatMap(closed -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : connection.preparedQuery(PUT).executeBatch(rows).replaceWithVoid()));
    }
}
