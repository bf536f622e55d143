package io.anju.repayment;

import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.openapi.OpenApiDocument;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class OpenApiTest {

    @Test
    void keepsTheDocumentThatItServes() {
        OpenApiDocument.check();
    }
}
