package io.anju.care.permit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.care.calendar.model.DayKind;
import io.anju.care.permit.model.ContactDecision.Permitted;
import io.anju.care.permit.model.ContactDecision.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule by itself, its edges as a table, and the order in which several answer. */
class ContactRulesTest {

    private static final ContactHours MARKETING_HOURS =
            new ContactHours(LocalTime.of(9, 0), LocalTime.of(20, 0), false);
    private static final PurposePolicy MARKETING =
            new PurposePolicy(MARKETING_HOURS, Optional.of(Duration.ofDays(365)), Duration.ofHours(1));
    private static final Instant NOON = at("2026-11-23T12:00");

    @Test
    void permitsWhenNoRuleDeclines() {
        var decision = decide(NOON, facts -> facts);

        assertEquals(new Permitted(new ContactWindow(NOON, at("2026-11-23T13:00"))), decision);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:59, QUIET_HOURS",
        "2026-11-23T09:00, ",
        "2026-11-23T19:59, ",
        "2026-11-23T20:00, QUIET_HOURS",
        "2026-11-23T23:59, QUIET_HOURS",
    })
    void keepsTheHoursOfThePurpose(String planned, String code) {
        assertEquals(Optional.ofNullable(code), firstCode(decide(at(planned), facts -> facts)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T19:30, 2026-11-23T20:00",
        "2026-11-23T19:00, 2026-11-23T20:00",
        "2026-11-23T18:00, 2026-11-23T19:00"
    })
    void closesTheWindowWhereTheHoursEnd(String planned, String until) {
        var permitted = assertInstanceOf(Permitted.class, decide(at(planned), facts -> facts));

        assertEquals(at(until), permitted.window().until());
    }

    @ParameterizedTest
    @CsvSource({
        "false, 2026-11-20T10:00, WITHDRAWN",
        "true, 2026-11-20T10:00, ",
        "true, 2025-11-23T12:01, ",
        "true, 2025-11-23T12:00, TOO_OLD",
    })
    void asksForConsentThatIsGivenAndFresh(boolean granted, String saidAt, String lack) {
        var decision = decide(NOON, facts -> with(facts, new Consent(granted, at(saidAt))));

        assertEquals(Optional.ofNullable(lack), lackOf(decision));
    }

    @Test
    void refusesWhenConsentWasNeverGiven() {
        var decision = decide(NOON, facts -> with(facts, null));

        assertEquals(Optional.of("NEVER_GIVEN"), lackOf(decision));
    }

    @Test
    void asksNoConsentWhereThePurposeRestsOnTheContract() {
        var noConsentAsked = new PurposePolicy(MARKETING_HOURS, Optional.empty(), Duration.ofHours(1));

        var decision = ContactDecision.of(
                request(NOON),
                new ContactFacts(
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        DayKind.ORDINARY,
                        List.of(),
                        noConsentAsked));

        assertInstanceOf(Permitted.class, decision);
    }

    @ParameterizedTest
    @CsvSource({"0, ", "1, CAP_REACHED", "2, CAP_REACHED"})
    void stopsAtTheCap(int used, String code) {
        var cap = new CapUse(new ContactCap(ContactCap.Scope.CUSTOMER, 1, 1), used);

        var decision = decide(NOON, facts -> withCaps(facts, List.of(cap)));

        assertEquals(Optional.ofNullable(code), firstCode(decision));
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC_HOLIDAY, false, QUIET_HOURS",
        "PUBLIC_HOLIDAY, true, ",
        "NOT_ANNOUNCED, false, QUIET_HOURS",
        "NOT_ANNOUNCED, true, ",
        "ORDINARY, false, ",
    })
    void refusesOnDaysThatAreOrMayBeHolidaysWhereThePurposeExcludesThem(
            DayKind day, boolean onPublicHolidays, String code) {
        var hours = new ContactHours(MARKETING_HOURS.from(), MARKETING_HOURS.until(), onPublicHolidays);
        var policy = new PurposePolicy(hours, MARKETING.consentLasts(), MARKETING.window());

        var decision = decide(NOON, facts -> onDay(facts, day, policy));

        assertEquals(Optional.ofNullable(code), firstCode(decision));
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC_HOLIDAY, true, true", "NOT_ANNOUNCED, false, false"})
    void saysWhetherADayIsAHolidayOrOnlyMayBeOne(DayKind day, boolean publicHoliday, boolean announced) {
        var refused = assertInstanceOf(Refused.class, decide(NOON, facts -> onDay(facts, day, MARKETING)));

        assertEquals(publicHoliday, refused.first().evidence().get("publicHoliday"));
        assertEquals(announced, refused.first().evidence().get("holidaysAnnounced"));
    }

    @Test
    void answersTheFirstReasonAndKeepsThemAllInTheDocumentedOrder() {
        var everythingAgainst = new ContactFacts(
                Optional.of("SUSPENDED"),
                true,
                Optional.of(NOON),
                Optional.of(NOON),
                Optional.empty(),
                DayKind.ORDINARY,
                List.of(new CapUse(new ContactCap(ContactCap.Scope.NUMBER, 30, 3), 3)),
                MARKETING);

        var refused =
                assertInstanceOf(Refused.class, ContactDecision.of(request(at("2026-11-23T21:00")), everythingAgainst));

        assertEquals(
                List.of(
                        "AGENCY_NOT_IN_STANDING",
                        "CUSTOMER_GONE",
                        "COMPLAINT_OPEN",
                        "DO_NOT_CONTACT",
                        "NO_CONSENT",
                        "QUIET_HOURS",
                        "CAP_REACHED"),
                refused.reasons().stream().map(ContactRefusal::code).toList());
    }

    private static ContactDecision decide(Instant planned, UnaryOperator<ContactFacts> change) {
        var nothingAgainst = new ContactFacts(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Consent(true, at("2026-11-01T10:00"))),
                DayKind.ORDINARY,
                List.of(),
                MARKETING);
        return ContactDecision.of(request(planned), change.apply(nothingAgainst));
    }

    private static ContactFacts with(ContactFacts facts, Consent consent) {
        return new ContactFacts(
                facts.agencyLapse(),
                facts.customerGone(),
                facts.complaintOpenSince(),
                facts.refusedSince(),
                Optional.ofNullable(consent),
                facts.day(),
                facts.caps(),
                facts.policy());
    }

    private static ContactFacts onDay(ContactFacts facts, DayKind day, PurposePolicy policy) {
        return new ContactFacts(
                facts.agencyLapse(),
                facts.customerGone(),
                facts.complaintOpenSince(),
                facts.refusedSince(),
                facts.consent(),
                day,
                facts.caps(),
                policy);
    }

    private static ContactFacts withCaps(ContactFacts facts, List<CapUse> caps) {
        return new ContactFacts(
                facts.agencyLapse(),
                facts.customerGone(),
                facts.complaintOpenSince(),
                facts.refusedSince(),
                facts.consent(),
                facts.day(),
                caps,
                facts.policy());
    }

    private static ContactRequest request(Instant planned) {
        return new ContactRequest(ContactPurpose.MARKETING, ContactChannel.CALL, planned);
    }

    private static Optional<String> firstCode(ContactDecision decision) {
        return decision instanceof Refused refused ? Optional.of(refused.first().code()) : Optional.empty();
    }

    private static Optional<String> lackOf(ContactDecision decision) {
        return decision instanceof Refused refused && refused.first() instanceof ContactRefusal.NoConsent no
                ? Optional.of(no.lack().name())
                : Optional.empty();
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), ContactRequest.ZONE)
                .toInstant();
    }
}
