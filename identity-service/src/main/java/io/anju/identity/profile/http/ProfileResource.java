package io.anju.identity.profile.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.model.Level;
import io.anju.identity.model.Masked;
import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.party.Customer;
import io.anju.identity.profile.Profiles;
import io.anju.identity.realname.RealName;
import io.anju.kit.caller.Caller;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customer's own record, masked. */
@Path("/api/v1/me")
@RolesAllowed("customer")
public class ProfileResource {

    /**
     * The record.
     *
     * @param realName absent until a real name was proved
     * @param privacyNoticeAwaiting version of the privacy notice that awaits an answer; absent when none does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record ProfileBody(
            UUID id,
            String phone,
            Level level,
            Instant registeredAt,
            @Nullable RealNameBody realName,
            @Nullable String privacyNoticeAwaiting) {

        static ProfileBody of(Profiles.Profile profile) {
            Customer customer = profile.customer();
            return new ProfileBody(
                    customer.id(),
                    customer.phone().masked(),
                    customer.level(),
                    customer.registeredAt(),
                    profile.realName().map(RealNameBody::of).orElse(null),
                    profile.awaiting().map(NoticeReference::version).orElse(null));
        }
    }

    /** The real name, masked. */
    @RegisterForReflection
    public record RealNameBody(String name, String idNumber, Instant checkedAt) {

        static RealNameBody of(RealName realName) {
            return new RealNameBody(
                    Masked.name(realName.name()), Masked.idNumber(realName.idNumber()), realName.checkedAt());
        }
    }

    private final Transactions transactions;
    private final Profiles profiles;
    private final Caller caller;

    ProfileResource(Transactions transactions, Profiles profiles, Caller caller) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.caller = caller;
    }

    @GET
    public Uni<ProfileBody> me() {
        return transactions.run(tx -> profiles.get(tx, caller.id())).map(ProfileBody::of);
    }
}
