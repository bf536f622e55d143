package io.anju.loan.application.store;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.crypto.FieldCipher;
import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A home is one home, however the number of its certificate is typed. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class PropertyKeysTest {

    Neighbours neighbours;

    @Inject
    DataSource database;

    @Inject
    FieldCipher cipher;

    @Inject
    PropertyKeys keys;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
    }

    private ValidatableResponse openApplications(String id) {
        return desk.as(UUID.randomUUID(), "loan-officer")
                .get("/api/v1/staff/applications/" + id)
                .then()
                .statusCode(200)
                .rootPath("assessment.findings.find { it.rule == 'OPEN_APPLICATIONS' }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"沪(2020)第%s号", "沪 （2020） 第%s号", "沪〔２０２０〕第%s号", "沪（2020）第\u200b%s号"})
    void twoSpellingsAreOneHome(String other) {
        var serial = UUID.randomUUID();
        desk.inReview(desk.customer(), Desk.CONTENT.formatted("沪（2020）第" + serial + "号"));

        String second = desk.inReview(desk.customer(), Desk.CONTENT.formatted(other.formatted(serial)));

        openApplications(second).body("met", equalTo(false)).body("found", equalTo("1"));
    }

    @Test
    void aHomeOfTheVersionBeforeIsFoundInTheOneSpelling() throws Throwable {
        String typed = "沪(2020) 第" + UUID.randomUUID() + "号";
        String normalised =
                typed.replace("(", "（").replace(")", "）").replace(" ", "").toUpperCase(Locale.ROOT);
        String old = desk.inReview(desk.customer(), Desk.CONTENT.formatted(typed));
        write(
                "update application set property_key_form = 0, property_key = ? where id = ?::uuid",
                cipher.lookupHash(typed, "property"),
                old);

        VertxContextSupport.subscribeAndAwait(keys::renew);

        assertArrayEquals(cipher.lookupHash(normalised, "property"), propertyKey(old));
        String second = desk.inReview(desk.customer(), Desk.CONTENT.formatted(normalised));
        openApplications(second).body("met", equalTo(false));
    }

    @Test
    void aHomeWithTheBracketsOfAKeyboardIsFoundBeforeItIsHashedAnew() throws SQLException {
        String typed = "沪(2020)第" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT) + "号";
        String old = desk.inReview(desk.customer(), Desk.CONTENT.formatted(typed));
        write("update application set property_key = ? where id = ?::uuid", cipher.lookupHash(typed, "property"), old);

        String second = desk.inReview(desk.customer(), Desk.CONTENT.formatted(typed));

        openApplications(second).body("met", equalTo(false));
    }

    @Test
    void oneThatCannotBeReadHoldsUpNoOther() throws Throwable {
        String broken = desk.draft(desk.customer());
        String old = desk.draft(desk.customer());
        byte[] key = propertyKey(old);
        write("update application set property_key_form = 0, facts = ? where id = ?::uuid", new byte[] {1}, broken);
        write("update application set property_key_form = 0, property_key = ? where id = ?::uuid", new byte[] {1}, old);

        VertxContextSupport.subscribeAndAwait(keys::renew);

        assertArrayEquals(key, propertyKey(old));
        write(
                "update application set erased_at = now(), property_key = null, facts = ? where id = ?::uuid",
                new byte[0],
                broken);
    }

    @Test
    void isShownAndToldInTheOneSpelling() {
        var customer = desk.customer();
        var serial = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        String id = desk.draft(customer, Desk.CONTENT.formatted("沪(2020)第" + serial + "号"));

        String shown = desk.as(customer).get("/api/v1/applications/" + id).path("content.property.certificateNumber");

        assertEquals("沪（2020）第" + serial + "号", shown);
    }

    private void write(String sql, byte[] bytes, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, bytes);
            statement.setString(2, id);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private byte[] propertyKey(String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select property_key from application where id = ?::uuid")) {
            statement.setString(1, id);
            var row = statement.executeQuery();
            row.next();
            return row.getBytes(1);
        }
    }
}
