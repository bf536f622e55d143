package io.anju.care.permit;

import io.anju.care.permit.model.RedemptionRefusal;
import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.UUID;

/** Puts a permit into a form that a stranger can check. */
public interface PermitTokens {

    /** The permit as a signed JWT. */
    String sign(Permit permit);

    /** The id of the permit that this token is, when we signed it and it is good at {@code now}. */
    Result<UUID, RedemptionRefusal> verify(String token, Instant now);

    /** The public keys that verify permits: a JWK set. */
    String keySet();
}
