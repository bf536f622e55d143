package io.anju.identity.recovery;

import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.proof.SmsGateway;
import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells the customer on the phone they had before. Security messages ask no preference. */
@ApplicationScoped
public class RecoveryNotices {

    private static final String PROPOSED = "【安居】有人正在网点申请恢复您的账户。如非本人操作，请立即联系我们。"
            + "Somebody at a branch asks to recover your account. If it is not you, call us now.";
    private static final String APPROVED = "【安居】您的账户已在网点恢复，原有通行密钥和登录均已失效。如非本人操作，请立即联系我们。"
            + "Your account was recovered at a branch: older passkeys and devices are out.";

    private final Transactions transactions;
    private final Customers customers;
    private final SmsGateway gateway;
    private final SurvivedFailures failures;

    RecoveryNotices(Transactions transactions, Customers customers, SmsGateway gateway, SurvivedFailures failures) {
        this.transactions = transactions;
        this.customers = customers;
        this.gateway = gateway;
        this.failures = failures;
    }

    public Uni<Void> proposed(UUID customer) {
        return tell(customer, PROPOSED);
    }

    public Uni<Void> approved(UUID customer) {
        return tell(customer, APPROVED);
    }

    /** Best effort, after the step is kept: a gateway that is away undoes nothing. */
    private Uni<Void> tell(UUID customer, String text) {
        var told = transactions
                .run(tx -> customers.find(tx, customer))
                .map(found -> found.map(Customer::phone))
                .flatMap(phone -> phone.isPresent()
                        ? gateway.send(phone.get(), text)
                        : Uni.createFrom().<Void>nullItem());
        return failures.survive("telling of a recovery", told);
    }
}
