package io.anju.identity.verification;

import io.anju.identity.model.ProofRefusal;
import io.anju.identity.party.Customers;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.proof.SmsCodes;
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
import java.util.Set;

/** Gives the person what they are to prove themselves with: a challenge derived from the act, or a code by SMS. */
@ApplicationScoped
class Challenges {

    private static final int FEN_DIGITS = 2;

    /** Acts by which the bank is paid, and nobody else. */
    private static final Set<String> PAYING = Set.of("repayment.pay", "repayment.prepay");

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
                            Optional.of(new OpenedVerification.Sms(customer.phone(), text(policy, request, code)))));
                case Result.Refused<String, ProofRefusal>(var refusal) -> Result.refused(new ProofRefused(refusal));
            });
        });
    }

    /**
     * The message names what is being approved, so that a deceived customer can notice: the act; the amount and the end of the
     * card's number only if they are those that will be sent; and who gets the money: a repayment goes to the bank,
     * whatever a caller told the customer.
     */
    private static String text(ActPolicy policy, Verifications.Request request, String code) {
        var zh = new StringBuilder();
        var en = new StringBuilder();
        if (request.claim().proven()) {
            var yuan = BigDecimal.valueOf(request.claim().fen(), FEN_DIGITS).toPlainString();
            zh.append("，金额").append(yuan).append("元");
            en.append(", CNY ").append(yuan);
        }
        if (PAYING.contains(policy.act())) {
            zh.append("，收款方为本行");
            en.append(", paid to the bank");
        }
        request.cardEnding().ifPresent(ending -> {
            zh.append("，卡号尾号").append(ending);
            en.append(", card ending in ").append(ending);
        });
        return "【安居】验证码 " + code + "，您正在" + policy.title().zh() + zh + "。5分钟内有效，请勿告诉他人。Code " + code + " to "
                + policy.title().en() + en + ".";
    }
}
