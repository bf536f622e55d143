package io.anju.identity;

import io.anju.testkit.openapi.OpenApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends IdentityTestBase {

    @Test
    void keepsTheDocumentThatItServes() {
        OpenApiDocument.check();
    }
}
