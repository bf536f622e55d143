package io.anju.repayment.wallet;

import io.anju.kernel.result.Result;
import io.anju.repayment.wallet.model.WalletAccount;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * The credit wallet's institution. While it is away, calls fail with {@code 503 UNAVAILABLE}. Never called inside a
 * transaction.
 */
public interface WalletInstitution {

    /** A wallet of theirs. */
    record Wallet(String token, String tail) {}

    /**
     * Links the wallet whose app shows its holder this code. Nothing about the person is told: that the code is known
     * says that the holder agrees. The same link and code again are the same.
     */
    Uni<Result<Wallet, WalletRefusal>> link(UUID linkId, String code);

    /** What a wallet holds now. */
    Uni<WalletAccount> account(String token);

    /** Tells a notice, signed; answers with the SHA-256, hexadecimal, of what the institution says that it has heard. */
    Uni<String> tell(String payload);
}
