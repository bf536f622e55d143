package io.anju.identity.consent;

import io.anju.identity.consent.model.ConsentRefusal;
import io.anju.identity.consent.model.Prompt;
import io.anju.identity.consent.model.Purpose;
import io.anju.identity.consent.model.Receipt;
import io.anju.identity.consent.model.Receipt.Decision;
import io.anju.identity.consent.model.Stance;
import io.anju.identity.party.Customers;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Deciding about purposes. Every decision is told to the other services at once. */
@ApplicationScoped
public class Consents {

    /** The catalogue and where the customer stands. */
    public record Overview(List<Purpose> purposes, List<Receipt> current) {}

    /**
     * A decision that is to be taken.
     *
     * @param version of the purpose that the customer was shown; empty where the app does not say
     * @param prompt the asking that is answered; empty when the customer began
     */
    public record Wish(
            String purpose, String channel, Decision decision, Optional<Integer> version, Optional<UUID> prompt) {

        /** Nobody agrees to words that they have not seen (PIPL art. 14). */
        private Optional<ConsentRefusal> versionRefusal(int current) {
            return version.filter(shown -> shown != current)
                    .map(shown -> new ConsentRefusal.PurposeChanged(purpose, shown, current));
        }
    }

    /** What is shown to the customer who is asked. */
    public record Asked(Prompt prompt, Purpose purpose) {}

    private final ConsentStore store;
    private final Receipts receipts;
    private final Customers customers;
    private final Outbox outbox;
    private final Ids ids;
    private final BusinessClock clock;

    Consents(ConsentStore store, Receipts receipts, Customers customers, Outbox outbox, Ids ids, BusinessClock clock) {
        this.store = store;
        this.receipts = receipts;
        this.customers = customers;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Overview> overview(Tx tx, UUID customerId) {
        return store.purposes(tx)
                .flatMap(purposes -> store.current(tx, customerId).map(current -> new Overview(purposes, current)));
    }

    /** Asks the customer, unless they have said no. Asked again before there is an answer, it is the same asking. */
    public Uni<Result<Asked, ConsentRefusal>> ask(Tx tx, UUID customerId, String purpose, String channel) {
        return withSubject(
                tx,
                purpose,
                channel,
                (known, subject) -> store.findCurrentForUpdate(tx, customerId, purpose, channel)
                        .flatMap(last -> switch (new Stance(subject, last).ask()) {
                            case Result.Refused<Purpose.Subject, ConsentRefusal>(var refusal) -> refused(refusal);
                            case Result.Ok<Purpose.Subject, ConsentRefusal>(var asked) ->
                                store.ask(tx, customerId, new Prompt(ids.next(), asked, clock.now(), false))
                                        .map(prompt -> Result.ok(new Asked(prompt, known)));
                        }));
    }

    /** Grants or refuses; both are receipted. */
    public Uni<Result<SignedReceipt, ConsentRefusal>> decide(Tx tx, UUID customerId, Wish wish) {
        return withSubject(tx, wish.purpose(), wish.channel(), (purpose, subject) -> {
            var receipt = new Receipt(ids.next(), customerId, subject, wish.decision(), wish.prompt(), clock.now());
            return store.findCurrentForUpdate(tx, customerId, wish.purpose(), wish.channel())
                    .flatMap(locked -> wish.versionRefusal(subject.version())
                            .map(refusal -> Uni.createFrom().item(Optional.of(refusal)))
                            .orElseGet(() -> promptRefusal(tx, customerId, wish, subject)))
                    .flatMap(refusal -> refusal.isPresent()
                            ? refused(refusal.get())
                            : keep(tx, receipt, purpose).map(Result::ok));
        });
    }

    private Uni<Optional<ConsentRefusal>> promptRefusal(Tx tx, UUID customerId, Wish wish, Purpose.Subject subject) {
        if (wish.prompt().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return store.findPrompt(tx, customerId, wish.prompt().get())
                .map(found -> found.isEmpty()
                        ? Optional.of(new ConsentRefusal.PromptUnknown())
                        : switch (found.get().answer(subject)) {
                            case Result.Ok<Prompt, ConsentRefusal> ignored -> Optional.empty();
                            case Result.Refused<Prompt, ConsentRefusal>(var refusal) -> Optional.of(refusal);
                        });
    }

    /** Withdraws what was granted; as easy as granting, and it blocks no other service. */
    public Uni<Result<SignedReceipt, ConsentRefusal>> withdraw(Tx tx, UUID customerId, String purpose, String channel) {
        return store.findCurrentForUpdate(tx, customerId, purpose, channel)
                .flatMap(current -> current.filter(Receipt::granted).isEmpty()
                        ? refused(new ConsentRefusal.NotGranted(purpose, channel))
                        : follow(tx, current.get(), Decision.WITHDRAWN).map(Result::ok));
    }

    /**
     * Withdraws all that is granted: from then on data is used for what the contract or a law needs alone. So a customer
     * restricts its use by one step (PIPL art. 44).
     */
    public Uni<List<SignedReceipt>> withdrawAll(Tx tx, UUID customerId) {
        return customers
                .lock(tx, customerId)
                .flatMap(locked -> store.current(tx, customerId))
                .onItem()
                .transformToMulti(current -> Multi.createFrom().iterable(current))
                .filter(Receipt::granted)
                .onItem()
                .transformToUniAndConcatenate(granted -> follow(tx, granted, Decision.WITHDRAWN))
                .collect()
                .asList();
    }

    /**
     * Ends a consent whose purpose has changed, so that nobody goes on with it.
     *
     * @return false when the customer has decided anew meanwhile
     */
    Uni<Boolean> lapse(Tx tx, Receipt granted) {
        return store.findCurrentForUpdate(
                        tx,
                        granted.customerId(),
                        granted.subject().purpose(),
                        granted.subject().channel())
                .flatMap(current -> current.filter(granted::equals).isEmpty()
                        ? Uni.createFrom().item(false)
                        : follow(tx, granted, Decision.LAPSED).replaceWith(true));
    }

    /**
     * Whether a customer's data may be used for a purpose at this moment. Nobody keeps the answer: a withdrawal counts
     * from the next asking. For a purpose that is not in the catalogue nothing may be: it rests on no ground of PIPL art. 13.
     *
     * @param channel empty where it does not matter by which one, as long as there is one
     */
    public Uni<Boolean> allows(Tx tx, UUID customerId, String purpose, Optional<String> channel) {
        return store.findPurpose(tx, purpose).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            return found.get().asksConsent()
                    ? store.current(tx, customerId).map(current -> isGranted(found.get(), channel, current))
                    : Uni.createFrom().item(true);
        });
    }

    private static boolean isGranted(Purpose purpose, Optional<String> channel, List<Receipt> current) {
        return current.stream()
                .filter(receipt -> receipt.subject().purpose().equals(purpose.code()))
                .filter(receipt -> channel.isEmpty()
                        || channel.get().equals(receipt.subject().channel()))
                .anyMatch(receipt -> stance(purpose, receipt).granted());
    }

    /** The signed receipt of a decision of this customer. */
    public Uni<Optional<SignedReceipt>> receipt(Tx tx, UUID customerId, UUID receiptId) {
        return store.findReceipt(tx, customerId, receiptId);
    }

    private static Stance stance(Purpose purpose, Receipt receipt) {
        return new Stance(
                new Purpose.Subject(
                        purpose.code(), purpose.version(), receipt.subject().channel()),
                Optional.of(receipt));
    }

    private Uni<SignedReceipt> follow(Tx tx, Receipt before, Decision decision) {
        return store.getPurpose(tx, before.subject())
                .flatMap(purpose -> keep(tx, before.followedBy(ids.next(), decision, clock.now()), purpose));
    }

    private Uni<SignedReceipt> keep(Tx tx, Receipt receipt, Purpose purpose) {
        return receipts.sign(receipt, purpose, ids.next())
                .call(signed -> store.add(tx, signed))
                .call(signed -> outbox.append(tx, signed.eventId(), ConsentChanged.event(signed)));
    }

    private interface OfSubject<T> {
        Uni<Result<T, ConsentRefusal>> apply(Purpose purpose, Purpose.Subject subject);
    }

    private <T> Uni<Result<T, ConsentRefusal>> withSubject(Tx tx, String purpose, String channel, OfSubject<T> then) {
        return store.findPurpose(tx, purpose).flatMap(found -> {
            if (found.isEmpty()) {
                return refused(new ConsentRefusal.PurposeUnknown(purpose));
            }
            return switch (found.get().decidedOn(channel)) {
                case Result.Refused<Purpose.Subject, ConsentRefusal>(var refusal) -> refused(refusal);
                case Result.Ok<Purpose.Subject, ConsentRefusal>(var subject) -> then.apply(found.get(), subject);
            };
        });
    }

    private static <T> Uni<Result<T, ConsentRefusal>> refused(ConsentRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
