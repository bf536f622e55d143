package io.anju.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.problem.ProblemTexts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class ProblemTextsTest {
    @Inject
    private ProblemTexts texts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MALFORMED_REQUEST",
                "METHOD_NOT_ALLOWED",
                "NOT_FOUND",
                "TOKEN_MISSING",
                "TOKEN_INVALID",
                "ROLE_MISSING",
                "BODY_TOO_LARGE",
                "BODY_TOO_SLOW",
                "TOO_MANY_REQUESTS",
                "TOO_MANY_BODIES",
                "UNAVAILABLE",
                "SERVICE_LATE",
                "SERVICE_BROKE_OFF",
                "INTERNAL"
            })
    void everyRefusalHasItsWordsInBothLanguages(String code) {
        assertTrue(texts.knows(code));
    }
}
