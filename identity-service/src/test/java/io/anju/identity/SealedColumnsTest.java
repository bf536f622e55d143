package io.anju.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.crypto.SealedColumn;
import io.anju.kit.crypto.SealedColumns;
import io.anju.kit.tx.Transactions;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the service's key set has sealed is declared, so that a change of its key reaches all of it. */
@QuarkusTest
class SealedColumnsTest extends IdentityTestBase {

    /** By a customer's own key, or the master key; the first two also by the key set until Resealing has found them. */
    private static final Set<String> BY_OTHER_KEYS = Set.of(
            "customer.phone_sealed",
            "real_name.name_sealed",
            "real_name.id_number_sealed",
            "export_part.content_sealed",
            "risk_hold.appeal_sealed",
            "signing_key.private_sealed");

    @Inject
    @All
    List<SealedColumns> stores;

    @Inject
    FieldCipher cipher;

    @Inject
    Transactions transactions;

    private List<SealedColumn> columns() {
        return stores.stream().flatMap(store -> store.columns().stream()).toList();
    }

    @Test
    void everySealedColumnIsDeclaredOrSealedByAnotherKey() {
        var found = transactions.run(tx -> tx.select("""
                        select table_name || '.' || column_name from information_schema.columns
                        where column_name like '%\\_sealed' and data_type = 'bytea'""")).await().indefinitely().stream()
                .map(row -> String.valueOf(row[0]))
                .filter(name -> !BY_OTHER_KEYS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                found,
                columns().stream()
                        .map(column -> column.table() + "." + column.sealed())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whatIsDeclaredOpensByTheContextThatIsDeclared() {
        person().bound();

        for (SealedColumn column : columns()) {
            transactions
                    .run(tx -> tx.select("select %1$s, %2$s from %3$s where (%4$s) and %2$s is not null limit 100"
                            .formatted(column.id(), column.sealed(), column.table(), column.only())))
                    .await()
                    .indefinitely()
                    .forEach(row -> assertFalse(cipher.decryptBytes(
                                            (byte[]) row[1], column.context().apply((UUID) row[0]))
                                    .length
                            == 0));
        }
    }
}
