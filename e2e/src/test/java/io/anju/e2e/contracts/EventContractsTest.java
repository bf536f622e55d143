package io.anju.e2e.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Who tells what to whom, held against each other: a producer publishes a schema for each of its events; a consumer
 * keeps a trimmed copy with only the fields that it reads.
 */
class EventContractsTest {

    private final EventContracts contracts = EventContracts.read(EventContracts.repository());

    @Test
    void someoneTellsSomething() {
        assertFalse(contracts.routes().isEmpty());
    }

    @Test
    void everyEventThatIsRoutedHasASchema() {
        var missing = contracts.routes().stream()
                .filter(route ->
                        contracts.published(route.producer(), route.type()).isEmpty())
                .map(Object::toString)
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void everySubscriberSaysWhatItReads() {
        var missing = contracts.routes().stream()
                .filter(route ->
                        contracts.read(route.subscriber(), route.type()).isEmpty())
                .map(Object::toString)
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void nobodyReadsWhatNobodyTells() {
        var unheard = contracts.readers().stream()
                .filter(reader -> contracts.routes().stream()
                        .noneMatch(route -> route.subscriber().equals(reader.service())
                                && route.type().equals(reader.type())))
                .map(Object::toString)
                .toList();

        assertEquals(List.of(), unheard);
    }

    @Test
    void everyFieldThatIsReadIsToldAsItIsRead() {
        var breaches = new ArrayList<String>();
        for (var route : contracts.routes()) {
            var told = contracts.published(route.producer(), route.type());
            var read = contracts.read(route.subscriber(), route.type());
            if (told.isPresent() && read.isPresent()) {
                new SchemaPromise(told.get(), read.get())
                        .breaches()
                        .forEach(breach -> breaches.add(route + ": " + breach));
            }
        }

        assertEquals(List.of(), breaches);
    }
}
