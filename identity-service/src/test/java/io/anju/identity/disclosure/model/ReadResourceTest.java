package io.anju.identity.disclosure.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadResourceTest {

    private static final UUID ID = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a10");

    /** The paths that services tell. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/staff/applications/ID, application",
        "/api/v1/applications/ID/documents, application",
        "/api/v1/staff/contracts/ID, contract",
        "/api/v1/staff/complaints/ID, complaint",
        "/api/v1/appointments/ID, appointment",
        "/api/v1/staff/ledger/loans/ID/transfers, loan"
    })
    void saysWhichOfTheCustomersThingsAPathIsAbout(String path, String kind) {
        assertEquals(Optional.of(new ReadResource(kind, ID)), ReadResource.of(path.replace("ID", ID.toString())));
    }

    @Test
    void saysNothingOfAPathWithoutAnId() {
        assertEquals(Optional.empty(), ReadResource.of("/api/v1/staff/applications"));
        assertEquals(Optional.empty(), ReadResource.of("13800000000"));
    }
}
