package io.anju.care;

import io.anju.testkit.architecture.EndpointDoors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Every endpoint, called by everybody. */
@QuarkusTest
class EndpointDoorsTest extends CareTestBase {

    @TestHTTPResource
    URI root;

    @Test
    void openToThoseWhomTheTableNamesAndToNobodyElse() {
        EndpointDoors.check(
                "io.anju.care", root, (role, level) -> neighbours.tokens().of(role, level, "care-service"));
    }
}
