package io.anju.identity.verification;

import io.anju.identity.model.Wording;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.risk.model.Act;
import io.anju.identity.verification.model.ActPolicy;
import io.anju.identity.verification.model.Verification;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/** Tells a customer at once, in their inbox and on their phone of now, that an act of theirs waits and can be cancelled. */
@ApplicationScoped
class DelayNotices {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /**
     * {@code data} of {@code anju.risk.delayed.v1}.
     *
     * @param act in UPPER_SNAKE, such as {@code PHONE_CHANGE}
     * @param readyDate from this day on, in Shanghai, it can be gone on with
     */
    @RegisterForReflection
    record RiskDelayed(UUID customerId, UUID verificationId, String act, LocalDate readyDate) {}

    private final VerificationStore policies;
    private final Customers customers;
    private final Outbox outbox;

    DelayNotices(VerificationStore policies, Customers customers, Outbox outbox) {
        this.policies = policies;
        this.customers = customers;
        this.outbox = outbox;
    }

    /** The message for the phone, to be sent once all is kept; none for a member of staff. */
    Uni<Optional<OpenedVerification.Sms>> begun(Tx tx, Verification.Delayed delayed) {
        UUID person = delayed.opened().personId();
        return customers
                .find(tx, person)
                .flatMap(customer -> customer.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : outbox.append(tx, event(delayed))
                                .flatMap(told -> title(tx, delayed))
                                .map(title -> Optional.of(sms(customer.get(), title, delayed.readyAt()))));
    }

    private static DomainEvent event(Verification.Delayed delayed) {
        var opened = delayed.opened();
        return new DomainEvent(
                "anju.risk.delayed.v1",
                opened.personId().toString(),
                new RiskDelayed(
                        opened.personId(),
                        opened.id(),
                        Act.code(opened.act().type()),
                        LocalDate.ofInstant(delayed.readyAt(), BusinessClock.ZONE)));
    }

    private Uni<Wording> title(Tx tx, Verification.Delayed delayed) {
        return policies.findPolicy(tx, delayed.opened().act().type())
                .map(Optional::orElseThrow)
                .map(ActPolicy::title);
    }

    private static OpenedVerification.Sms sms(Customer customer, Wording title, Instant readyAt) {
        String from = MINUTE.format(readyAt.atZone(BusinessClock.ZONE));
        return new OpenedVerification.Sms(
                customer.phone(),
                "【安居】有人申请" + title.zh() + "，" + from + "后方可办理。如非本人操作，请立即在App中取消并联系我们。Asked for: to " + title.en()
                        + ", possible from " + from + ". If it is not you, cancel it in the app now.");
    }
}
