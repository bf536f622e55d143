package io.anju.identity.signin;

import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.proof.SmsGateway;
import io.anju.identity.session.Sessions;
import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the owner of an account by SMS that a new device has signed in. Security messages ask no preference. */
@ApplicationScoped
public class NewDeviceNotice {

    private static final String TEXT =
            "【安居】您的账户刚在一台新设备上登录。如非本人操作，请立即在\"我的设备\"中退出。" + "A new device has signed in to your account.";

    private final Transactions transactions;
    private final Customers customers;
    private final SmsGateway gateway;
    private final SurvivedFailures failures;

    NewDeviceNotice(Transactions transactions, Customers customers, SmsGateway gateway, SurvivedFailures failures) {
        this.transactions = transactions;
        this.customers = customers;
        this.gateway = gateway;
        this.failures = failures;
    }

    /** Best effort, after the session is kept: a gateway that is away keeps nobody out. */
    public Uni<Void> tell(Sessions.Opened opened) {
        if (!opened.newDevice() || opened.person().staff()) {
            return Uni.createFrom().voidItem();
        }
        var told = transactions
                .run(tx -> customers.find(tx, opened.person().personId()))
                .map(found -> found.map(Customer::phone))
                .flatMap(phone -> phone.isPresent()
                        ? gateway.send(phone.get(), TEXT)
                        : Uni.createFrom().<Void>nullItem());
        return failures.survive("telling of a new device", told);
    }
}
