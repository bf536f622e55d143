package io.anju.identity.freetext;

import io.anju.identity.sql.Sql;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.crypto.SealedColumn;
import io.anju.kit.crypto.SealedColumns;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Seals what people write, and opens it; rows of the version before hold it in clear. */
@ApplicationScoped
public class FreeTexts {

    private final FieldCipher cipher;

    FreeTexts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** For {@link FreeText}'s sealed column of a row. */
    public byte[] seal(FreeText text, UUID row, String clear) {
        return cipher.encrypt(clear, text.context(row));
    }

    /** Of a row that has the table's {@code id} and both columns. */
    public String read(FreeText text, Row row) {
        return Optional.ofNullable(row.getString(text.clear()))
                .orElseGet(() -> open(text, row.getUUID("id"), Sql.bytes(row, text.sealed())));
    }

    /**
     * Opens the text of each entry that a query gave as JSON.
     *
     * @param json array of objects with the members {@code id} and {@code sealed} (Base64, or null), which go, and
     *     {@code member}, which is set where the text was sealed
     */
    public String openEach(FreeText text, String member, String json) {
        var entries = new JsonArray(json);
        for (int i = 0; i < entries.size(); i++) {
            JsonObject entry = entries.getJsonObject(i);
            UUID row = UUID.fromString((String) entry.remove("id"));
            if (entry.remove("sealed") instanceof String sealed) {
                entry.put(member, open(text, row, Base64.getMimeDecoder().decode(sealed)));
            }
        }
        return entries.encode();
    }

    @Produces
    @Singleton
    static SealedColumns sealed() {
        return new SealedColumns(Arrays.stream(FreeText.values())
                .map(text -> new SealedColumn(text.table(), text.sealed(), text::context))
                .toList());
    }

    private String open(FreeText text, UUID row, byte[] sealed) {
        return cipher.decrypt(sealed, text.context(row));
    }
}
