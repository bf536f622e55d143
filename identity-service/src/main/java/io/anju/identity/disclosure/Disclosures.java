package io.anju.identity.disclosure;

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
    private final AccessRecords records;
    private final Ids ids;
    private final BusinessClock clock;

    Disclosures(Customers customers, RealNames realNames, AccessRecords records, Ids ids, BusinessClock clock) {
        this.customers = customers;
        this.realNames = realNames;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    /** The fields of {@code wanted} that the table grants to this reader for this purpose, by field. */
    public Uni<Result<Map<Field, String>, DisclosureRefusal>> read(
            Tx tx, String reader, UUID customerId, String purpose, Set<Field> wanted) {
        return switch (Disclosure.fields(reader, purpose)) {
            case Result.Refused<Set<Field>, DisclosureRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Set<Field>, DisclosureRefusal>(var granted) -> {
                var fields = EnumSet.copyOf(granted);
                fields.retainAll(wanted);
                yield collect(tx, customerId, fields)
                        .call(result -> result instanceof Result.Ok
                                ? records.add(tx, entry(reader, customerId, purpose, fields))
                                : Uni.createFrom().voidItem());
            }
        };
    }

    private Uni<Result<Map<Field, String>, DisclosureRefusal>> collect(Tx tx, UUID customerId, Set<Field> fields) {
        return customers.find(tx, customerId).flatMap(customer -> {
            if (customer.isEmpty()) {
                return refused(new DisclosureRefusal.NotFound());
            }
            if (fields.equals(EnumSet.of(Field.PHONE))) {
                return Uni.createFrom().item(Result.ok(values(customer.get(), Optional.empty(), fields)));
            }
            return realNames
                    .find(tx, customerId)
                    .map(realName -> realName.isEmpty()
                            ? Result.refused(new DisclosureRefusal.NotVerified())
                            : Result.ok(values(customer.get(), realName, fields)));
        });
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

    private AccessRecord entry(String reader, UUID customerId, String purpose, Set<Field> fields) {
        return new AccessRecord(
                ids.next(), customerId, reader, AccessRecord.ReaderKind.SERVICE, purpose, names(fields), clock.now());
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
