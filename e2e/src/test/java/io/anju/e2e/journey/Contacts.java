package io.anju.e2e.journey;

import io.anju.e2e.client.Agency;
import io.anju.e2e.client.Customer;
import io.anju.e2e.client.StaffMember;
import io.anju.e2e.stack.Stack;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a partner agency may and may not do with a customer. */
final class Contacts {

    private final StaffMember compliance;
    private final Agency agency;
    private final Customer customer;

    Contacts(Stack stack, Customer customer) {
        this.customer = customer;
        this.compliance = new StaffMember(stack.gateway());
        this.agency = new Agency(stack.gateway(), "demo-agency", stack.clientKey("demo-agency"));
        compliance.enrolAndSignIn(stack.enrolmentCodes().get("Wu"));
    }

    /** A call that the customer agreed to is permitted; a text message that nobody asked for is refused. */
    void oneIsPermittedAndOneRefused() {
        customer.consent("MARKETING", "CALL");
        // The message says that care-service has heard of the consent.
        new Inbox(customer).holdsMessages(List.of("CONSENT_GIVEN"));
        var reference = reference();
        var time = aTuesdayMorning();

        agency.askToCall(reference, time).expect(201).at("/permit");
        agency.askToWrite(reference, time).expectProblem(403, "NO_CONSENT");
    }

    private String reference() {
        var agencyId =
                compliance.api().get("/api/v1/staff/agencies").expect(200).at("/0/id");
        var asked = Map.of("customerId", customer.id(), "campaign", "autumn");
        return compliance
                .postOnce("/api/v1/staff/agencies/" + agencyId + "/customer-references", asked)
                .expect(201)
                .at("/reference");
    }

    private static OffsetDateTime aTuesdayMorning() {
        var date = LocalDate.now().plusDays(1);
        while (date.getDayOfWeek() != DayOfWeek.TUESDAY) {
            date = date.plusDays(1);
        }
        return OffsetDateTime.of(date, LocalTime.of(10, 0), ZoneOffset.ofHours(8));
    }
}
