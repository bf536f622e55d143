package io.anju.e2e.journey;

import io.anju.e2e.client.Agency;
import io.anju.e2e.client.Answer;
import io.anju.e2e.client.Customer;
import io.anju.e2e.client.StaffMember;
import io.anju.e2e.stack.Stack;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a partner agency may and may not do with a customer. */
final class Contacts {

    private static final int HOLIDAY_DAYS_MAX = 10;

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
        var time = tomorrowMorning();

        var answer = agency.askToCall(reference, time);
        for (int day = 1; day < HOLIDAY_DAYS_MAX && isOfAHoliday(answer); day++) {
            time = time.plusDays(1);
            answer = agency.askToCall(reference, time);
        }
        answer.expect(201).at("/permit");
        agency.askToWrite(reference, time).expectProblem(403, "NO_CONSENT");
    }

    /** Calls are planned in real time, so tomorrow may be a public holiday, on which nobody is called. */
    private static boolean isOfAHoliday(Answer answer) {
        return answer.status() == 403 && answer.json().path("publicHoliday").asBoolean();
    }

    private static OffsetDateTime tomorrowMorning() {
        var shanghai = ZoneOffset.ofHours(8);
        return LocalDate.now(shanghai).plusDays(1).atTime(10, 0).atOffset(shanghai);
    }

    private String reference() {
        var agencyId =
                compliance.api().get("/api/v1/staff/agencies").expect(200).at("/items/0/id");
        var asked = Map.of("customerId", customer.id(), "campaign", "autumn");
        return compliance
                .postOnce("/api/v1/staff/agencies/" + agencyId + "/customer-references", asked)
                .expect(201)
                .at("/reference");
    }
}
