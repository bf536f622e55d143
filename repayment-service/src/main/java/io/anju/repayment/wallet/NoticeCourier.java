package io.anju.repayment.wallet;

import io.anju.kit.event.Outbox;
import io.anju.kit.http.Digests;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.wake.Bells;
import io.anju.kit.wake.Rounds;
import io.anju.repayment.wallet.WalletNotices.Notice;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Tells the institution what it has to know, signed, in order for each link, until it says that it has heard that very
 * text; that it has is evidence. Any number of replicas may do so at once.
 */
@ApplicationScoped
class NoticeCourier {

    private static final Logger LOGGER = Logger.getLogger(NoticeCourier.class);

    private final Transactions transactions;
    private final WalletNotices notices;
    private final WalletInstitution institution;
    private final Outbox outbox;
    private final WalletConfig config;
    private final BusinessClock clock;
    private final Rounds rounds = new Rounds("sending notices", this::round);

    NoticeCourier(
            Transactions transactions,
            WalletNotices notices,
            WalletInstitution institution,
            Outbox outbox,
            WalletConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.notices = notices;
        this.institution = institution;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** A notice that is placed is sent at once. */
    void start(@Observes StartupEvent event, Bells bells) {
        bells.listen(WalletNotices.BELL, rounds::wake);
    }

    @NonBlocking
    @Scheduled(every = "${anju.wallet-link.notice-round:1s}")
    void tick() {
        rounds.wake();
    }

    private Uni<Void> round() {
        return Multi.createBy()
                .repeating()
                .uni(this::attend)
                .whilst(attended -> attended)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Sends the next notice; answers whether there was one and it was heard. */
    Uni<Boolean> attend() {
        return transactions
                .run(tx -> notices.lease(tx, clock.now(), config.noticeLease()))
                .flatMap(leased ->
                        leased.map(this::send).orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> send(Notice notice) {
        String ours = Digests.sha256Hex(notice.payload());
        return institution
                .tell(notice.payload())
                .flatMap(heard -> {
                    if (!heard.equals(ours)) {
                        throw new IllegalStateException("the institution has heard another text");
                    }
                    return transactions.run(tx -> notices.delivered(tx, notice.id(), clock.now(), clock.today())
                            .flatMap(fresh -> fresh
                                    ? outbox.append(tx, WalletAnnouncements.noticeDelivered(notice, ours))
                                    : Uni.createFrom().voidItem()));
                })
                .replaceWith(true)
                .onFailure()
                .invoke(away -> LOGGER.warnf("Notice %s not heard: %s; told again later", notice.id(), away.toString()))
                .onFailure()
                .recoverWithItem(false);
    }
}
