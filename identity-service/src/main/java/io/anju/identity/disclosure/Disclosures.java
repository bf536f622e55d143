package io.anju.identity.disclosure;

import io.anju.identity.consent.Consents;
import io.anju.identity.disclosure.model.Disclosure;
import io.anju.identity.disclosure.model.Disclosure.Field;
import io.anju.identity.disclosure.model.DisclosureRefusal;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.realname.RealName;
import io.anju.identity.realname.RealNames;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Handing personal data to other services: no reading without its record, both in one transaction. */
@ApplicationScoped
public class Disclosures {

    private final Customers customers;
    private final RealNames realNames;
    private final Consents consents;
    private final AccessRecords records;
    private final Ids ids;
    private final BusinessClock clock;

    Disclosures(
            Customers customers,
            RealNames realNames,
            Consents consents,
            AccessRecords records,
            Ids ids,
            BusinessClock clock) {
        this.customers = customers;
        this.realNames = realNames;
        this.consents = consents;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a reader asks for.
     *
     * @param channel by which the customer is to be reached; empty where the purpose knows none
     */
    public record Ask(String reader, UUID customerId, String purpose, Optional<String> channel, Set<Field> wanted) {}

    /**
     * The fields of those wanted that the table grants to this reader for this purpose, by field. Where the purpose
     * rests on consent, the consent of this very moment decides, whatever the reader remembers of it.
     */
    public Uni<Result<Map<Field, String>, DisclosureRefusal>> read(Tx tx, Ask ask) {
        return switch (Disclosure.fields(ask.reader(), ask.purpose())) {
            case Result.Refused<Set<Field>, DisclosureRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Set<Field>, DisclosureRefusal>(var granted) -> {
                var fields = EnumSet.copyOf(granted);
                fields.retainAll(ask.wanted());
                if (fields.isEmpty()) {
                    yield refused(new DisclosureRefusal.PurposeNotGranted(ask.reader(), ask.purpose()));
                }
                yield collect(tx, ask, fields)
                        .call(result -> result instanceof Result.Ok
                                ? records.add(tx, entry(ask, fields))
                                : Uni.createFrom().voidItem());
            }
        };
    }

    private Uni<Result<Map<Field, String>, DisclosureRefusal>> collect(Tx tx, Ask ask, Set<Field> fields) {
        return customers
                .find(tx, ask.customerId())
                .flatMap(customer -> customer.isEmpty()
                        ? refused(new DisclosureRefusal.NotFound())
                        : consents.allows(tx, ask.customerId(), ask.purpose(), ask.channel())
                                .flatMap(allowed -> allowed
                                        ? collect(tx, customer.get(), fields)
                                        : refused(new DisclosureRefusal.ConsentMissing(
                                                ask.purpose(), ask.channel().orElse("")))));
    }

    private Uni<Result<Map<Field, String>, DisclosureRefusal>> collect(Tx tx, Customer customer, Set<Field> fields) {
        if (fields.equals(EnumSet.of(Field.PHONE))) {
            return Uni.createFrom().item(Result.ok(values(customer, Optional.empty(), fields)));
        }
        return realNames
                .find(tx, customer.id())
                .map(realName -> realName.isEmpty()
                        ? Result.refused(new DisclosureRefusal.NotVerified())
                        : Result.ok(values(customer, realName, fields)));
    }

    private static Map<Field, String> values(Customer customer, Optional<RealName> realName, Set<Field> fields) {
        var values = new TreeMap<Field, String>();
        for (Field field : fields) {
            values.put(
                    field,
                    switch (field) {
                        case PHONE -> customer.phone().digits();
                        case NAME -> realName.orElseThrow().name();
                        case ID_NUMBER -> realName.orElseThrow().idNumber();
                    });
        }
        return values;
    }

    private AccessRecord entry(Ask ask, Set<Field> fields) {
        return new AccessRecord(
                ids.next(),
                ask.customerId(),
                ask.reader(),
                AccessRecord.ReaderKind.SERVICE,
                ask.purpose(),
                names(fields),
                clock.now());
    }

    /** Keeps a decision about a contact; a permitted one also shows among those who used the customer's data. */
    public Uni<Void> contactDecided(Tx tx, ContactDecision decision) {
        return records.add(tx, decision)
                .flatMap(added -> customers.find(tx, decision.customerId()))
                .flatMap(customer -> customer.isPresent() && decision.permitted()
                        ? records.add(tx, use(decision))
                        : Uni.createFrom().voidItem());
    }

    private AccessRecord use(ContactDecision decision) {
        return new AccessRecord(
                ids.next(),
                decision.customerId(),
                decision.agency(),
                AccessRecord.ReaderKind.AGENCY,
                decision.purpose(),
                names(EnumSet.of(Field.PHONE)),
                decision.at());
    }

    private static Set<String> names(Set<Field> fields) {
        return fields.stream().map(Field::name).collect(Collectors.toSet());
    }

    /** Keeps a reading that another service tells of, unless its customer is gone. */
    public Uni<Void> readElsewhere(Tx tx, AccessRecord reading) {
        return customers
                .find(tx, reading.customerId())
                .flatMap(customer -> customer.isPresent()
                        ? records.add(tx, reading)
                        : Uni.createFrom().voidItem());
    }

    /** Who looked at this customer's data, newest first. */
    public Uni<Page<AccessRecord>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit) {
        return records.list(tx, customerId, before, limit + 1)
                .map(rows ->
                        Page.of(rows, limit, entry -> Cursors.encode(entry.id().toString())));
    }

    private static <T> Uni<Result<T, DisclosureRefusal>> refused(DisclosureRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
