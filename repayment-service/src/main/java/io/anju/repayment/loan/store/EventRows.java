package io.anju.repayment.loan.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.model.LoanEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events of loans as rows: their kind is the name of the record, their data its components as JSON. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            LoanEvent.Disbursed.class,
            LoanEvent.PayoutCancelled.class,
            LoanEvent.Billed.class,
            LoanEvent.InstalmentPaid.class,
            LoanEvent.Repriced.class,
            LoanEvent.Prepaid.class,
            LoanEvent.MethodChanged.class,
            LoanEvent.TermChanged.class,
            LoanEvent.Relieved.class,
            LoanEvent.DueDayMoved.class,
            LoanEvent.RateTermsChanged.class,
            LoanEvent.Basis.class,
            LoanEvent.PaymentReversed.class,
            LoanEvent.PrepaymentReversed.class,
            LoanEvent.LoanSettled.class
        })
public class EventRows {

    private static final Map<String, Class<? extends LoanEvent>> KINDS = Stream.of(
                    LoanEvent.Disbursed.class,
                    LoanEvent.PayoutCancelled.class,
                    LoanEvent.Billed.class,
                    LoanEvent.InstalmentPaid.class,
                    LoanEvent.Repriced.class,
                    LoanEvent.Prepaid.class,
                    LoanEvent.MethodChanged.class,
                    LoanEvent.TermChanged.class,
                    LoanEvent.Relieved.class,
                    LoanEvent.DueDayMoved.class,
                    LoanEvent.RateTermsChanged.class,
                    LoanEvent.PaymentReversed.class,
                    LoanEvent.PrepaymentReversed.class,
                    LoanEvent.LoanSettled.class)
            .collect(Collectors.toUnmodifiableMap(EventRows::kind, kind -> kind));

    private final ObjectMapper json;

    EventRows(ObjectMapper json) {
        this.json = json;
    }

    /** The changes' events, behind what there is. */
    Tuple addTo(Tuple columns, List<LoanChange> changes) {
        List<UUID> loans = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<LoanEvent> events = new ArrayList<>();
        for (LoanChange change : changes) {
            long number = change.before().version();
            for (LoanEvent event : change.events()) {
                loans.add(change.after().agreement().id());
                numbers.add(++number);
                events.add(event);
            }
        }
        columns.addArrayOfUUID(loans.toArray(UUID[]::new));
        columns.addArrayOfLong(numbers.toArray(Long[]::new));
        columns.addArrayOfString(
                events.stream().map(event -> kind(event.getClass())).toArray(String[]::new));
        columns.addArrayOfLocalDate(events.stream().map(LoanEvent::date).toArray(LocalDate[]::new));
        columns.addArrayOfString(events.stream().map(this::write).toArray(String[]::new));
        return columns;
    }

    /** An event by its kind's name. */
    public LoanEvent read(String data, String kind) {
        Class<? extends LoanEvent> found = KINDS.get(kind);
        if (found == null) {
            throw new IllegalStateException("unknown kind of event " + kind);
        }
        return read(data, found);
    }

    <E extends LoanEvent> E read(String data, Class<E> kind) {
        try {
            return json.readValue(data, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recorded event cannot be read as " + kind, e);
        }
    }

    /** The name under which a kind is kept. */
    public static String kind(Class<? extends LoanEvent> event) {
        return event.getSimpleName();
    }

    /** A kind as others see it: {@code InstalmentPaid} is {@code INSTALMENT_PAID}. */
    public static String code(String kind) {
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** An event's components as JSON. */
    public String write(LoanEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }
}
