package io.anju.e2e.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.e2e.client.Answer;
import java.util.stream.StreamSupport;

/** The ways of repaying early that an offer lists side by side. */
final class Quotes {

    private Quotes() {}

    static JsonNode of(Answer offer, String option) {
        return StreamSupport.stream(offer.json().path("quotes").spliterator(), false)
                .filter(quote -> quote.path("option").asText().equals(option))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + option + " in " + offer.text()));
    }
}
