package io.anju.care.permit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.care.calendar.model.DayKind;
import io.anju.care.permit.model.ContactDecision.Permitted;
import io.anju.care.permit.model.ContactDecision.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever is asked and whatever the facts are. */
class ContactDecisionProperties {

    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

    @Property
    void permittedWindowLiesWithinTheHours(
            @ForAll("requests") ContactRequest request, @ForAll("facts") ContactFacts facts) {
        if (ContactDecision.of(request, facts) instanceof Permitted(ContactWindow window)) {
            var hours = facts.policy().hours();
            var lastMoment =
                    window.until().minusNanos(1).atZone(ContactRequest.ZONE).toLocalTime();
            assertTrue(hours.contain(request.planned().toLocalTime()) && hours.contain(lastMoment));
        }
    }

    @Property
    void permittedOnlyWhenEveryRuleAgrees(
            @ForAll("requests") ContactRequest request, @ForAll("facts") ContactFacts facts) {
        var declining = ContactRules.ALL.stream()
                .filter(rule -> rule.refuses(request, facts).isPresent())
                .count();

        var reasons = ContactDecision.of(request, facts) instanceof Refused(List<ContactRefusal> all) ? all.size() : 0;

        assertEquals(declining, reasons);
    }

    @Property
    void neverPermitsOneMoreThanAnyCap(
            @ForAll("requests") ContactRequest request, @ForAll("facts") ContactFacts facts) {
        if (ContactDecision.of(request, facts) instanceof Permitted) {
            assertTrue(facts.caps().stream()
                    .allMatch(use -> use.used() + 1 <= use.cap().most()));
        }
    }

    @Property
    void marketingNeedsLivingConsent(@ForAll("requests") ContactRequest request, @ForAll("facts") ContactFacts facts) {
        if (ContactDecision.of(request, facts) instanceof Permitted
                && facts.policy().consentLasts().isPresent()) {
            assertTrue(facts.consent().orElseThrow().granted());
        }
    }

    @Provide
    Arbitrary<ContactRequest> requests() {
        return Combinators.combine(
                        Arbitraries.of(ContactPurpose.values()),
                        Arbitraries.of(ContactChannel.values()),
                        Arbitraries.longs().between(0, 40L * 24 * 3600))
                .as((purpose, channel, seconds) -> new ContactRequest(purpose, channel, START.plusSeconds(seconds)));
    }

    @Provide
    Arbitrary<ContactFacts> facts() {
        var mostlyNot = Arbitraries.integers().between(0, 9).map(n -> n == 0);
        var consent = Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 500))
                .as((granted, days) -> new Consent(granted, START.minus(Duration.ofDays(days))))
                .optional(0.9);
        var cap = Combinators.combine(
                        Arbitraries.of(ContactCap.Scope.values()),
                        Arbitraries.of(1, 30),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 3))
                .as((scope, days, most, used) -> new CapUse(new ContactCap(scope, days, most), used));
        return Combinators.combine(
                        mostlyNot,
                        mostlyNot,
                        mostlyNot,
                        mostlyNot,
                        Arbitraries.of(DayKind.values()),
                        consent,
                        cap.list().ofMaxSize(3),
                        policies())
                .as((lapsed, gone, complaint, refused, day, said, caps, policy) -> new ContactFacts(
                        lapsed ? Optional.of("SUSPENDED") : Optional.empty(),
                        gone,
                        complaint ? Optional.of(START) : Optional.empty(),
                        refused ? Optional.of(START) : Optional.empty(),
                        said,
                        day,
                        caps,
                        policy));
    }

    private static Arbitrary<PurposePolicy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(12, 23),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Optional.of(Duration.ofDays(365)), Optional.<Duration>empty()))
                .as((from, until, holidays, lasts) -> new PurposePolicy(
                        new ContactHours(LocalTime.of(from, 0), LocalTime.of(until, 0), holidays),
                        lasts,
                        Duration.ofHours(1)));
    }
}
