package io.anju.identity.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anju.identity.export.model.Elsewhere;
import io.anju.identity.export.model.Export;
import io.anju.identity.export.model.Part;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.realname.RealName;
import io.anju.identity.realname.RealNames;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Each part as a JSON array. What is sealed is opened here, for its owner; what others hold is named. */
@ApplicationScoped
class OwnData {

    private final Customers customers;
    private final RealNames realNames;
    private final ExportStore store;
    private final ObjectMapper json;

    OwnData(Customers customers, RealNames realNames, ExportStore store, ObjectMapper json) {
        this.customers = customers;
        this.realNames = realNames;
        this.store = store;
        this.json = json;
    }

    Uni<String> gather(Tx tx, Export.Opening opening, Part part) {
        return switch (part) {
            case ACCOUNT -> account(tx, opening);
            case ELSEWHERE -> Uni.createFrom().item(elsewhere(opening.language()));
            case NOTICES,
                    CONSENTS,
                    ACCESS_RECORDS,
                    CONTACTS,
                    COMPLAINTS,
                    WALLET_LINKS,
                    PHONE_CHANGES,
                    RECOVERIES,
                    SESSIONS,
                    PASSKEYS,
                    PROOFS,
                    RISK_DECISIONS,
                    HOLDS,
                    ALERTS -> store.gather(tx, opening, part);
        };
    }

    private Uni<String> account(Tx tx, Export.Opening opening) {
        return customers
                .get(tx, opening.customerId())
                .flatMap(customer -> realNames.find(tx, customer.id()).map(realName -> account(customer, realName)));
    }

    private String account(Customer customer, Optional<RealName> realName) {
        ObjectNode account = json.createObjectNode();
        account.put("customerId", customer.id().toString());
        account.put("phone", customer.phone().digits());
        account.put("level", customer.level().name());
        account.put("registeredAt", customer.registeredAt().toString());
        realName.ifPresent(name -> {
            account.put("name", name.name());
            account.put("idNumber", name.idNumber());
            account.put("faceReference", name.faceReference());
            account.put("realNameCheckedAt", name.checkedAt().toString());
        });
        return json.createArrayNode().add(account).toString();
    }

    private String elsewhere(String language) {
        var places = json.createArrayNode();
        for (var place : Elsewhere.values()) {
            places.addObject()
                    .put("service", place.service())
                    .put("what", place.what().in(language))
                    .put("where", place.where());
        }
        return places.toString();
    }
}
