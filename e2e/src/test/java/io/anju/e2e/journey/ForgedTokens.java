package io.anju.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.e2e.client.Api;
import io.anju.e2e.client.Customer;
import io.anju.e2e.stack.Stack;
import io.anju.testkit.token.Forgeries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Tries tokens that were made without a key at every service, through the gateway and past it. */
final class ForgedTokens {

    private static final String IDENTITY = "/api/v1/me";

    /** Something of the customer's at each service, and the port at which the service is past the gateway. */
    private static final Map<String, Integer> DOORS = Map.of(
            IDENTITY,
            8081,
            "/api/v1/applications",
            8082,
            "/api/v1/contracts",
            8083,
            "/api/v1/loans",
            8084,
            "/api/v1/messages",
            8085);

    private final Stack stack;
    private final Customer customer;
    private final Map<String, String> forgeries;

    /** Makes them of the token that this customer holds. */
    ForgedTokens(Stack stack, Customer customer) {
        this.stack = stack;
        this.customer = customer;
        this.forgeries = new Forgeries(customer.accessToken(), published()).all();
    }

    void areRefusedAtEveryDoor() {
        areRefusedAt(DOORS);
    }

    /** The other services know the published keys, and do not ask for each token. */
    void areRefusedWhileIdentityIsAway() {
        var others = new HashMap<>(DOORS);
        others.remove(IDENTITY);
        areRefusedAt(others);
    }

    private void areRefusedAt(Map<String, Integer> doors) {
        var wrong = new ArrayList<String>();
        doors.forEach((path, port) -> {
            for (Api door : List.of(stack.gateway(), stack.at(port))) {
                customer.api(door).get(path).expect(200);
                forgeries.forEach((name, token) -> {
                    int status = door.as(token).get(path).status();
                    // RFC 6585, section 5: 431 is for what is too long to be read.
                    if (status != 401 && status != 431) {
                        wrong.add(door.base() + path + " answered " + status + " to " + name);
                    }
                });
            }
        });
        assertEquals(List.of(), wrong);
    }

    private PublicJsonWebKey published() {
        try {
            var keys = stack.gateway().get("/.well-known/jwks.json").expect(200).text();
            var jws = new JsonWebSignature();
            jws.setCompactSerialization(customer.accessToken());
            return (PublicJsonWebKey) new JsonWebKeySet(keys)
                    .getJsonWebKeys().stream()
                            .filter(key -> key.getKeyId().equals(jws.getKeyIdHeaderValue()))
                            .findFirst()
                            .orElseThrow();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
