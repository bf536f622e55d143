package io.anju.loan;

import io.anju.testkit.architecture.EndpointDoors;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Every endpoint, called by everybody. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class EndpointDoorsTest {

    Neighbours neighbours;

    @TestHTTPResource
    URI root;

    @Test
    void openToThoseWhomTheTableNamesAndToNobodyElse() {
        EndpointDoors.check(
                "io.anju.loan", root, (role, level) -> neighbours.tokens().of(role, level, "loan-service"));
    }
}
