package io.anju.contract.signing.http;

import io.anju.contract.signing.model.SigningRefusal;

/** The status of each refusal. */
final class SigningProblems {
    private SigningProblems() {}

    static int status(SigningRefusal refusal) {
        return switch (refusal) {
            case SigningRefusal.NotOpen _, SigningRefusal.ContractExpired _, SigningRefusal.AnsweredTooOften _ -> 409;
            case SigningRefusal.OtherDocument _,
                    SigningRefusal.ClausesNotConfirmed _,
                    SigningRefusal.NotToBeConfirmed _,
                    SigningRefusal.ShownTooBriefly _,
                    SigningRefusal.ShownOutOfTime _,
                    SigningRefusal.NoSuchAnswer _ -> 422;
        };
    }
}
