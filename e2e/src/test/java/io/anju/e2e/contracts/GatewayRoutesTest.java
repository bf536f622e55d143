package io.anju.e2e.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The gateway's doors against the rooms behind them: no endpoint without a way in, none open that should not be. */
class GatewayRoutesTest {

    private final GatewayRoutes routes = GatewayRoutes.read(EventContracts.repository());
    private final List<EndpointRow> endpoints = EndpointRow.readPublic(EventContracts.repository());

    @Test
    void thereAreEndpoints() {
        assertFalse(endpoints.isEmpty());
    }

    @Test
    void everyPublicEndpointIsReachedThroughTheGateway() {
        var lost = endpoints.stream()
                .filter(row -> !routes.serviceOf(row.path()).equals(Optional.of(row.service())))
                .toList();

        assertEquals(List.of(), lost);
    }

    @Test
    void whatAnyoneMayCallIsOpenAtTheGateway() {
        var closed = endpoints.stream()
                .filter(row -> row.callers().equals("anyone"))
                .filter(row -> !routes.isOpen(row.method(), row.path()))
                .toList();

        assertEquals(List.of(), closed);
    }

    @Test
    void whatNeedsATokenIsNotOpenAtTheGateway() {
        var ajar = endpoints.stream()
                .filter(row -> !row.callers().equals("anyone"))
                .filter(row -> routes.isOpen(row.method(), row.path()))
                .toList();

        assertEquals(List.of(), ajar);
    }
}
