package io.anju.care.inbox;

import io.anju.care.inbox.model.Draft;
import io.anju.care.inbox.model.Template;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;

/** What other features of this service have to tell a customer. */
public sealed interface Notice {

    /** The act that the message tells of; the same act is told once. */
    UUID cause();

    /** The customer refused contact for a purpose by a channel (codes). */
    record ContactRefusalNoted(UUID cause, String purpose, String channel) implements Notice {}

    record ComplaintOpened(UUID cause, UUID complaintId, LocalDate dueDate) implements Notice {}

    record ComplaintExtended(UUID cause, UUID complaintId, LocalDate dueDate) implements Notice {}

    record ComplaintAnswered(UUID cause, UUID complaintId) implements Notice {}

    record AppealOpened(UUID cause, UUID appealId, LocalDate dueDate) implements Notice {}

    record AppealExtended(UUID cause, UUID appealId, LocalDate dueDate) implements Notice {}

    record AppealAnswered(UUID cause, UUID appealId) implements Notice {}

    /** A branch visit; the code opens the case at the counter. */
    record AppointmentBooked(UUID cause, UUID appointmentId, LocalDate date, LocalTime time, String code)
            implements Notice {}

    record AppointmentCancelled(UUID cause, UUID appointmentId, LocalDate date, LocalTime time) implements Notice {}

    /** The message that tells it. */
    default Draft draft() {
        return switch (this) {
            case ContactRefusalNoted it ->
                Draft.of(Template.CONTACT_REFUSAL_NOTED, Map.of("purpose", it.purpose(), "channel", it.channel()));
            case ComplaintOpened it -> complaint(Template.COMPLAINT_OPENED, it.complaintId(), it.dueDate());
            case ComplaintExtended it -> complaint(Template.COMPLAINT_EXTENDED, it.complaintId(), it.dueDate());
            case ComplaintAnswered it -> Draft.of(Template.COMPLAINT_ANSWERED, Map.of("complaintId", it.complaintId()));
            case AppealOpened it -> appeal(Template.APPEAL_OPENED, it.appealId(), it.dueDate());
            case AppealExtended it -> appeal(Template.APPEAL_EXTENDED, it.appealId(), it.dueDate());
            case AppealAnswered it -> Draft.of(Template.APPEAL_ANSWERED, Map.of("appealId", it.appealId()));
            case AppointmentBooked it ->
                Draft.of(
                        Template.APPOINTMENT_BOOKED,
                        Map.of(
                                "appointmentId", it.appointmentId(),
                                "date", it.date(),
                                "time", it.time(),
                                "code", it.code()));
            case AppointmentCancelled it ->
                Draft.of(
                        Template.APPOINTMENT_CANCELLED,
                        Map.of("appointmentId", it.appointmentId(), "date", it.date(), "time", it.time()));
        };
    }

    private static Draft complaint(Template template, UUID complaintId, LocalDate dueDate) {
        return Draft.of(template, Map.of("complaintId", complaintId, "dueDate", dueDate));
    }

    private static Draft appeal(Template template, UUID appealId, LocalDate dueDate) {
        return Draft.of(template, Map.of("appealId", appealId, "dueDate", dueDate));
    }
}
