package io.anju.identity.staff.store;

import io.anju.identity.sql.Sql;
import io.anju.identity.staff.StaffMember;
import io.anju.identity.staff.StaffMembers;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PgStaffMembers implements StaffMembers {

    private static final String CODE = "staff_member.enrolment_code";

    // Apart from the codes themselves, so that a digest that somebody has read is no code.
    private static final String DIGEST = "staff_member.enrolment_code.sha256";

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
    public Uni<Optional<StaffMember>> find(Tx tx, UUID id) {
        return Sql.find(tx, PgStaffMembers::read, "SELECT * FROM staff_member WHERE id = $1", id);
    }

    @Override
    public Uni<Optional<StaffMember>> findByCode(Tx tx, String enrolmentCode, Instant now) {
        return Sql.find(tx, PgStaffMembers::read, """
                SELECT * FROM staff_member WHERE enrolment_hash = ANY ($1)
                AND (enrolment_expires_at IS NULL OR enrolment_expires_at > $2)""", hashes(enrolmentCode), now);
    }

    @Override
    public Uni<Optional<StaffMember>> findForUpdate(Tx tx, UUID id) {
        return Sql.find(tx, PgStaffMembers::read, "SELECT * FROM staff_member WHERE id = $1 FOR UPDATE", id);
    }

    @Override
    public Uni<Boolean> addIfAbsent(Tx tx, StaffMember member, EnrolmentCode code) {
        var roles = new TreeSet<>(member.roles());
        return Sql.update(
                        tx,
                        """
                        WITH absent AS (
                            INSERT INTO person (id, kind)
                            SELECT $1, 'STAFF' WHERE NOT EXISTS (SELECT 1 FROM staff_member WHERE name = $2)
                            RETURNING id)
                        INSERT INTO staff_member (id, name, role, roles, trained_until, enrolment_hash, enrolment_expires_at)
                        SELECT id, $2, $3, $4, $5, $6, $7 FROM absent
                        ON CONFLICT (name) DO NOTHING""",
                        member.id(),
                        member.name(),
                        roles.first(),
                        roles,
                        member.trainedUntil().orElse(null),
                        hash(code),
                        code.expiresAt().orElse(null))
                .map(added -> added == 1);
    }

    @Override
    public Uni<Void> enrolled(Tx tx, UUID id, Instant at) {
        return Sql.write(tx, "UPDATE staff_member SET enrolled_at = $2 WHERE id = $1", id, at);
    }

    @Override
    public Uni<Void> reEnrol(Tx tx, UUID id, EnrolmentCode code) {
        return Sql.write(tx, """
                UPDATE staff_member SET enrolled_at = NULL, enrolment_hash = $2, enrolment_expires_at = $3
                WHERE id = $1""", id, hash(code), code.expiresAt().orElse(null));
    }

    @Override
    public Uni<Void> assignRoles(Tx tx, UUID id, Set<String> roles) {
        return Sql.write(tx, "UPDATE staff_member SET roles = $2 WHERE id = $1", id, new TreeSet<>(roles));
    }

    @Override
    public Uni<Void> trained(Tx tx, UUID id, LocalDate until) {
        return Sql.write(tx, "UPDATE staff_member SET trained_until = $2 WHERE id = $1", id, until);
    }

    @Override
    public Uni<Void> suspend(Tx tx, UUID id, Optional<Instant> since) {
        return Sql.write(tx, "UPDATE staff_member SET suspended_at = $2 WHERE id = $1", id, since.orElse(null));
    }

    @Override
    public Uni<Integer> everEnrolled(Tx tx) {
        return Sql.find(tx, row -> row.getInteger("enrolled"), """
                        SELECT count(DISTINCT m.id)::int AS enrolled
                        FROM staff_member m JOIN passkey k ON k.person_id = m.id""").map(Optional::orElseThrow);
    }

    @Override
    public Uni<Void> renewCode(Tx tx, UUID id, EnrolmentCode code) {
        return Sql.write(tx, """
                UPDATE staff_member SET enrolment_hash = $2, enrolment_expires_at = $3
                WHERE id = $1 AND enrolled_at IS NULL AND enrolment_hash <> $2""", id, hash(code), code.expiresAt().orElse(null));
    }

    private byte[] hash(EnrolmentCode code) {
        return cipher.lookupHash(code.text(), code.digest() ? DIGEST : CODE);
    }

    private List<byte[]> hashes(String shown) {
        return Stream.concat(
                        cipher.lookupHashes(shown, CODE).stream(), cipher.lookupHashes(sha256(shown), DIGEST).stream())
                .toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static StaffMember read(Row row) {
        return new StaffMember(
                row.getUUID("id"),
                row.getString("name"),
                Set.of(row.getArrayOfStrings("roles")),
                Optional.ofNullable(Sql.instantOrNull(row, "enrolled_at")),
                Optional.ofNullable(row.getLocalDate("trained_until")),
                Optional.ofNullable(Sql.instantOrNull(row, "suspended_at")));
    }
}
