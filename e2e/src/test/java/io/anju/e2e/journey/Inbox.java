package io.anju.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.e2e.client.Customer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The customer's messages. */
record Inbox(Customer reader) {

    /** Each of these templates has left at least one message that has a title and a body. */
    void holdsMessages(List<String> templates) {
        Awaitility.await("messages of " + templates)
                .atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> {
                    var messages =
                            reader.api().get("/api/v1/messages?limit=100").expect(200);
                    var found = messages.json().findValuesAsText("template");
                    assertTrue(found.containsAll(templates), "found " + found);
                    assertTrue(messages.json().findValuesAsText("body").stream().noneMatch(String::isBlank));
                });
    }
}
