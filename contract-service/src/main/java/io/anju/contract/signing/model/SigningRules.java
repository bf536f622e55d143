package io.anju.contract.signing.model;

import io.anju.contract.signing.model.SigningRefusal.ClausesNotConfirmed;
import io.anju.contract.signing.model.SigningRefusal.ContractExpired;
import io.anju.contract.signing.model.SigningRefusal.OtherDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The rules of signing, one function each, asked in this order. */
final class SigningRules {
    private static final List<BiFunction<Contract.Drafted, SigningAttempt, Optional<SigningRefusal>>> ALL =
            List.of(SigningRules::inTime, SigningRules::thisDocument, SigningRules::importantClausesConfirmed);

    private SigningRules() {}

    static Optional<SigningRefusal> firstRefusal(Contract.Drafted contract, SigningAttempt attempt) {
        return ALL.stream()
                .map(rule -> rule.apply(contract, attempt))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<SigningRefusal> inTime(Contract.Drafted contract, SigningAttempt attempt) {
        return attempt.today().isAfter(contract.expiresOn())
                ? Optional.of(new ContractExpired(contract.expiresOn()))
                : Optional.empty();
    }

    // 电子签名法 art. 13 (4): 签署后对数据电文内容和形式的任何改动能够被发现; what is signed is the hash, so it must be this file's.
    private static Optional<SigningRefusal> thisDocument(Contract.Drafted contract, SigningAttempt attempt) {
        String expected = contract.facts().pdfSha256();
        return expected.equals(attempt.pdfSha256())
                ? Optional.empty()
                : Optional.of(new OtherDocument(expected, attempt.pdfSha256()));
    }

    // 合同编通则解释 art. 10: 提供格式条款的一方对其已经尽到提示义务或者说明义务承担举证责任.
    private static Optional<SigningRefusal> importantClausesConfirmed(
            Contract.Drafted contract, SigningAttempt attempt) {
        List<String> missing = attempt.important().stream()
                .filter(id -> !attempt.confirmed().contains(id))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new ClausesNotConfirmed(missing));
    }
}
