package io.anju.identity.authority;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.identity.authority.model.FirstAdministrator;
import io.anju.identity.sql.Sql;
import io.anju.identity.staff.StaffMember;
import io.anju.identity.staff.StaffMembers;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Opens a new installation: the two people in the file may enrol, each by their own code. The file counts until two members
 * of staff have ever enrolled; from then on rights are given by {@link Authority} alone and the file is ignored, whatever is
 * in it. Nothing of it reaches a log.
 */
@ApplicationScoped
@RegisterForReflection(targets = FirstAdministrator.class)
public class FirstAdministrators {

    /** What came of the file. */
    public enum Outcome {
        /** Both were added. */
        ADMITTED,
        /** They were there; who has not enrolled yet has the code that the file says. */
        CODES_RENEWED,
        /** The installation has its administrators. */
        CLOSED,
        /** It names others than those who were added before. */
        OTHERS_ADMITTED,
        /** It cannot be read or breaks a rule. */
        NOT_GOOD
    }

    private static final Logger LOG = Logger.getLogger(FirstAdministrators.class);
    private static final Duration CODE_TIME = Duration.ofDays(7);
    private static final int TWO = 2;
    private static final int BYTES_MAX = 4096;

    private final StaffMembers members;
    private final Transactions transactions;
    private final Ids ids;
    private final BusinessClock clock;
    private final ObjectMapper json;
    private final Optional<Path> file;

    FirstAdministrators(
            StaffMembers members,
            Transactions transactions,
            Ids ids,
            BusinessClock clock,
            ObjectMapper json,
            @ConfigProperty(name = "anju.identity.first-administrators-file") Optional<Path> file) {
        this.members = members;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.file = file;
    }

    /** A file that is not there (any more) is none. */
    void start(@Observes StartupEvent event) {
        file.filter(Files::isReadable).ifPresent(path -> {
            var unused = admit(read(path))
                    .subscribe()
                    .with(
                            FirstAdministrators::log,
                            failure -> LOG.errorf(
                                    "the first administrators could not be added: %s",
                                    failure.getClass().getSimpleName()));
        });
    }

    private static byte[] read(Path path) {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(BYTES_MAX);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static void log(Outcome outcome) {
        switch (outcome) {
            case ADMITTED, CODES_RENEWED -> LOG.info("the first two administrators may enrol within seven days");
            case CLOSED ->
                LOG.warn("anju.identity.first-administrators-file is ignored, administrators exist: take it away");
            case OTHERS_ADMITTED -> LOG.error("anju.identity.first-administrators-file names others than before");
            case NOT_GOOD -> LOG.error("anju.identity.first-administrators-file is not good, nobody was added");
        }
    }

    /** @param content of the file: two of {@link FirstAdministrator} in JSON */
    public Uni<Outcome> admit(byte[] content) {
        // One replica at a time: the second finds what the first has added.
        return transactions.run(tx -> Sql.lock(tx, List.of("first administrators".getBytes(StandardCharsets.UTF_8)))
                .flatMap(locked -> isOpen(tx))
                .flatMap(open -> open ? admit(tx, content) : done(Outcome.CLOSED)));
    }

    private Uni<Boolean> isOpen(Tx tx) {
        return members.everEnrolled(tx)
                .flatMap(enrolled -> members.list(tx, "", TWO + 1).map(all -> enrolled < TWO && all.size() <= TWO));
    }

    private Uni<Outcome> admit(Tx tx, byte[] content) {
        List<FirstAdministrator> named = parse(content);
        var refusal = FirstAdministrator.refuses(named, clock.today());
        if (refusal.isPresent()) {
            LOG.errorf("anju.identity.first-administrators-file: %s", refusal.get());
            return done(Outcome.NOT_GOOD);
        }
        return members.list(tx, "", TWO).flatMap(known -> known.isEmpty() ? add(tx, named) : renew(tx, named, known));
    }

    private List<FirstAdministrator> parse(byte[] content) {
        try {
            FirstAdministrator @Nullable [] named = json.readerFor(FirstAdministrator[].class)
                    .with(
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .readValue(content);
            return Stream.ofNullable(named)
                    .flatMap(Arrays::stream)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (IOException notReadable) {
            return List.of();
        }
    }

    private Uni<Outcome> add(Tx tx, List<FirstAdministrator> named) {
        Uni<Void> added = Uni.createFrom().voidItem();
        for (FirstAdministrator one : named) {
            var member = new StaffMember(
                    ids.next(),
                    one.name(),
                    Set.of(one.role()),
                    Optional.empty(),
                    Optional.of(one.trainedUntil()),
                    Optional.empty());
            added = added.flatMap(
                    before -> members.addIfAbsent(tx, member, code(one)).replaceWithVoid());
        }
        return added.replaceWith(Outcome.ADMITTED);
    }

    /** Of a code that was lost before it was used; the same code again changes nothing, also not how long it is good. */
    private Uni<Outcome> renew(Tx tx, List<FirstAdministrator> named, List<StaffMember> known) {
        Uni<Void> renewed = Uni.createFrom().voidItem();
        for (FirstAdministrator one : named) {
            var member = known.stream()
                    .filter(there -> there.name().equals(one.name()))
                    .findFirst();
            if (member.isEmpty()) {
                return done(Outcome.OTHERS_ADMITTED);
            }
            renewed =
                    renewed.flatMap(before -> members.renewCode(tx, member.get().id(), code(one)));
        }
        return renewed.replaceWith(Outcome.CODES_RENEWED);
    }

    private StaffMembers.EnrolmentCode code(FirstAdministrator one) {
        return StaffMembers.EnrolmentCode.ofDigest(one.codeSha256(), clock.now().plus(CODE_TIME));
    }

    private static Uni<Outcome> done(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
