package io.anju.identity.staff;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Adds the staff of the demonstration, one per role, from the file that the launcher wrote; none without the file. */
@ApplicationScoped
class DemoStaff {

    private static final Logger LOG = Logger.getLogger(DemoStaff.class);

    // The demonstration moves its business date decades ahead; nobody there would be trained any more.
    private static final LocalDate TRAINED_UNTIL = LocalDate.of(2099, 12, 31);

    /** An entry of the file. */
    @RegisterForReflection
    record Entry(String name, String role, String enrolmentCode) {}

    private final StaffMembers members;
    private final Transactions transactions;
    private final Ids ids;
    private final ObjectMapper json;
    private final Optional<Path> file;

    DemoStaff(
            StaffMembers members,
            Transactions transactions,
            Ids ids,
            ObjectMapper json,
            @ConfigProperty(name = "anju.identity.demo-staff-file") Optional<Path> file) {
        this.members = members;
        this.transactions = transactions;
        this.ids = ids;
        this.json = json;
        this.file = file;
    }

    void start(@Observes StartupEvent event) {
        file.ifPresent(path -> add(read(path)));
    }

    private void add(List<Entry> entries) {
        var unused = transactions
                .run(tx -> Multi.createFrom()
                        .iterable(entries)
                        .onItem()
                        .transformToUniAndConcatenate(entry -> add(tx, entry))
                        .collect()
                        .last())
                .subscribe()
                .with(
                        done -> LOG.infof("demo staff is present: %d people", entries.size()),
                        failure -> LOG.error("demo staff could not be added", failure));
    }

    private Uni<Void> add(Tx tx, Entry entry) {
        var member = new StaffMember(
                ids.next(),
                entry.name(),
                Set.of(entry.role()),
                Optional.empty(),
                Optional.of(TRAINED_UNTIL),
                Optional.empty());
        return members.addIfAbsent(tx, member, new StaffMembers.EnrolmentCode(entry.enrolmentCode(), Optional.empty()))
                .replaceWithVoid();
    }

    private List<Entry> read(Path path) {
        try {
            return json.readValue(Files.readAllBytes(path), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("anju.identity.demo-staff-file cannot be read", e);
        }
    }
}
