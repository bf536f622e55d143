package io.anju.identity.verification;

import io.anju.identity.model.ProofRefusal;
import io.anju.identity.party.Customers;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.proof.SmsCodes;
import io.anju.identity.risk.Ask;
import io.anju.identity.verification.model.ActPolicy;
import io.anju.identity.verification.model.Opening;
import io.anju.identity.verification.model.VerificationRefusal;
import io.anju.identity.verification.model.VerificationRefusal.ProofRefused;
import io.anju.kernel.result.Result;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;

/** Gives the person what they are to prove themselves with: a challenge derived from the act, or a code by SMS. */
@ApplicationScoped
class Challenges {

    private static final int FEN_DIGITS = 2;

    private final Passkeys passkeys;
    private final SmsCodes codes;
    private final Customers customers;

    Challenges(Passkeys passkeys, SmsCodes codes, Customers customers) {
        this.passkeys = passkeys;
        this.codes = codes;
        this.customers = customers;
    }

    Uni<Result<OpenedVerification, VerificationRefusal>> give(
            Tx tx, Verifications.Request request, ActPolicy policy, Opening.Opened opened) {
        return switch (opened.pending().method()) {
            case PASSKEY ->
                passkeys.requestOptions(
                                tx,
                                request.personId(),
                                opened.pending().opened().challenge())
                        .map(options ->
                                Result.ok(new OpenedVerification(opened, Optional.of(options), Optional.empty())));
            case SMS -> sms(tx, request, policy, opened);
        };
    }

    private Uni<Result<OpenedVerification, VerificationRefusal>> sms(
            Tx tx, Verifications.Request request, ActPolicy policy, Opening.Opened opened) {
        return customers.get(tx, request.personId()).flatMap(customer -> {
            var order = new SmsCodes.Order(
                    opened.pending().opened().id(), SmsCodes.Purpose.VERIFICATION, customer.phone(), request.address());
            return codes.prepare(tx, order).map(prepared -> switch (prepared) {
                case Result.Ok<String, ProofRefusal>(var code) ->
                    Result.ok(new OpenedVerification(
                            opened,
                            Optional.empty(),
                            Optional.of(new OpenedVerification.Sms(
                                    customer.phone(), text(policy, request.claim(), code)))));
                case Result.Refused<String, ProofRefusal>(var refusal) -> Result.refused(new ProofRefused(refusal));
            });
        });
    }

    /**
     * The message names what is being approved, so that a deceived customer can notice; an amount only if it is the one
     * that will be sent.
     */
    private static String text(ActPolicy policy, Ask.Claim claim, String code) {
        String yuan = claim.proven()
                ? "，金额" + BigDecimal.valueOf(claim.fen(), FEN_DIGITS).toPlainString() + "元"
                : "";
        return "【安居】验证码 " + code + "，您正在" + policy.title().zh() + yuan + "。5分钟内有效，请勿告诉他人。" + "Code " + code + " to "
                + policy.title().en() + ".";
    }
}
