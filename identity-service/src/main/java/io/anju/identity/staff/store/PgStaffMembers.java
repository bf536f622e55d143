package io.anju.identity.staff.store;

import io.anju.identity.sql.Sql;
import io.anju.identity.staff.StaffMember;
import io.anju.identity.staff.StaffMembers;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgStaffMembers implements StaffMembers {

    private static final String CODE = "staff_member.enrolment_code";

    private final FieldCipher cipher;

    PgStaffMembers(FieldCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public Uni<List<StaffMember>> list(Tx tx, String after, int limit) {
        return Sql.list(
                tx,
                PgStaffMembers::read,
                "SELECT * FROM staff_member WHERE name > $1 ORDER BY name LIMIT $2",
                after,
                limit);
    }

    @Override
    public Uni<Optional<StaffMember>> findByCode(Tx tx, String enrolmentCode) {
        return Sql.find(
                tx,
                PgStaffMembers::read,
                "SELECT * FROM staff_member WHERE enrolment_hash = ANY ($1)",
                cipher.lookupHashes(enrolmentCode, CODE));
    }

    @Override
    public Uni<Optional<StaffMember>> findForUpdate(Tx tx, UUID id) {
        return Sql.find(tx, PgStaffMembers::read, "SELECT * FROM staff_member WHERE id = $1 FOR UPDATE", id);
    }

    @Override
    public Uni<Void> addIfAbsent(Tx tx, StaffMember member, String enrolmentCode) {
        return Sql.write(tx, """
                WITH absent AS (
                    INSERT INTO person (id, kind)
                    SELECT $1, 'STAFF' WHERE NOT EXISTS (SELECT 1 FROM staff_member WHERE name = $2)
                    RETURNING id)
                INSERT INTO staff_member (id, name, role, enrolment_hash) SELECT id, $2, $3, $4 FROM absent""", member.id(), member.name(), member.role(), cipher.lookupHash(enrolmentCode, CODE));
    }

    @Override
    public Uni<Void> enrolled(Tx tx, UUID id, Instant at) {
        return Sql.write(tx, "UPDATE staff_member SET enrolled_at = $2 WHERE id = $1", id, at);
    }

    private static StaffMember read(Row row) {
        return new StaffMember(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("role"),
                Optional.ofNullable(Sql.instantOrNull(row, "enrolled_at")));
    }
}
