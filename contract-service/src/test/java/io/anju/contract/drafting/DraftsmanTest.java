package io.anju.contract.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.contract.ContractTestBase;
import io.anju.contract.drafting.Draftsman.Draft;
import io.anju.contract.drafting.Draftsman.Order;
import io.anju.contract.drafting.model.WalletAgreement;
import io.anju.contract.signing.model.ContractKind;
import io.anju.contract.signing.model.Party;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What holds for every contract that is drafted, whichever it is; here a wallet agreement. */
@QuarkusTest
class DraftsmanTest extends ContractTestBase {
    private static final Party PARTY = new Party(NAME, ID_NUMBER);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Inject
    Draftsman draftsman;

    @Inject
    Transactions transactions;

    private final UUID id = UUID.fromString(
            "019ab000-0000-7000-8000-" + UUID.randomUUID().toString().substring(24));

    private Draft draft() {
        WalletAgreement asked = new WalletAgreement(id, application, customer, 2_500_000, 100_000_000, "0001", 72);
        String number = Draftsman.number(DAY, id);
        return draftsman
                .draft(() -> new Order(
                        id,
                        number,
                        ContractKind.WALLET_AGREEMENT,
                        customer,
                        application,
                        100_000_000,
                        DAY.plusDays(30),
                        PARTY,
                        "",
                        asked.fields(PARTY, "安居银行股份有限公司", number, DAY, DAY.plusDays(30)),
                        Optional.empty()))
                .await()
                .indefinitely();
    }

    private void run(Function<Tx, Uni<Void>> work) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> transactions.run(work));
    }

    private int count(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id.toString()))
                .map(rows -> rows.iterator().next().getInteger(0))
                .await()
                .indefinitely();
    }

    @Test
    void theHashToSignIsThatOfTheFileThatIsKept() throws Throwable {
        Draft draft = draft();

        run(tx -> draftsman.keep(tx, draft));

        byte[] kept = as(customer)
                .get("/api/v1/contracts/" + id + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(kept));
        assertEquals(sha256, pdfSha256(id));
        assertEquals(
                sha256,
                neighbours
                        .awaitEvent("anju.wallet-agreement.drafted.v1", id.toString())
                        .path("pdfSha256")
                        .asText());
    }

    @Test
    void theNumberIsTheDayAndTheEndOfTheIdAndStandsOnThePaper() throws Exception {
        Draft draft = draft();

        String number = draft.contract().facts().number();
        assertEquals("AJ-20261122-" + id.toString().substring(24).toUpperCase(java.util.Locale.ROOT), number);
        try (var document = Loader.loadPDF(draft.pdf())) {
            assertTrue(new PDFTextStripper().getText(document).contains(number));
        }
    }

    @Test
    void aDraftThatIsNotKeptIsNotTold() {
        Draft draft = draft();

        var died = assertThrows(
                IllegalStateException.class,
                () -> run(tx -> draftsman
                        .keep(tx, draft)
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("died")))));
        assertEquals("died", died.getMessage());

        assertEquals(0, count("select count(*)::int from contract where id = cast($1 as text)::uuid"));
        assertEquals(0, count("select count(*)::int from outbox_event where subject = $1"));
    }
}
