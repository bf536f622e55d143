package io.anju.identity.authority.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The two people that a change of authority takes. */
class ProposalTest {

    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final List<UUID> PEOPLE = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3), new UUID(1, 4));

    @Property
    void threeDifferentPeopleAreInvolvedInWhateverIsApproved(
            @ForAll @IntRange(max = 3) int proposer,
            @ForAll @IntRange(max = 3) int approver,
            @ForAll @IntRange(max = 3) int subject,
            @ForAll @IntRange(max = 200) int hoursLater) {
        var change = new Change.AssignRoles(PEOPLE.get(subject), Set.of("teller"));
        var proposed = Proposal.propose(opened(PEOPLE.get(proposer), change), Set.of("admin"));
        var approved = proposed.flatMap(
                open -> open.approve(PEOPLE.get(approver), Optional.empty(), NOW.plus(Duration.ofHours(hoursLater))));

        boolean different = Set.of(0, 1, 2, 3).stream()
                        .filter(person -> person == proposer || person == approver || person == subject)
                        .count()
                == 3;
        // Seven days are 168 hours.
        assertEquals(different && hoursLater < 168, approved instanceof Result.Ok);
    }

    @Example
    void anEmploymentConcernsNobodyWhoIsHere() {
        var change = new Change.Employ(UUID.randomUUID(), "new", Set.of("teller"), LocalDate.of(2027, 1, 1));
        var proposed = Proposal.propose(opened(PEOPLE.get(0), change), Set.of("admin"));

        assertInstanceOf(Result.Ok.class, proposed.flatMap(open -> open.approve(PEOPLE.get(1), Optional.empty(), NOW)));
    }

    @Example
    void everyRoleButTheAdministratorsAndTrainingsAreRefused() {
        var suspend = opened(PEOPLE.get(0), new Change.Suspend(PEOPLE.get(1)));
        var train = opened(PEOPLE.get(0), new Change.RecordTraining(PEOPLE.get(1), LocalDate.of(2027, 1, 1)));

        assertInstanceOf(Result.Ok.class, Proposal.propose(suspend, Set.of("admin")));
        assertInstanceOf(Result.Refused.class, Proposal.propose(suspend, Set.of("compliance", "teller")));
        assertInstanceOf(Result.Ok.class, Proposal.propose(train, Set.of("compliance")));
    }

    @Example
    void whatIsDecidedIsDecidedOnce() {
        var open = new Proposal.Open(opened(PEOPLE.get(0), new Change.Suspend(PEOPLE.get(1))));
        var rejected = open.reject(PEOPLE.get(0), Optional.of("a mistake"), NOW);

        assertInstanceOf(Result.Refused.class, rejected.flatMap(Proposal::open));
    }

    private static Proposal.Opened opened(UUID by, Change change) {
        return new Proposal.Opened(new UUID(9, 9), change, "reason", by, NOW, NOW.plus(Proposal.LIFETIME));
    }
}
