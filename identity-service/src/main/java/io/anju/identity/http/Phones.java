package io.anju.identity.http;

import io.anju.identity.model.Phone;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Phones as they are typed. */
public final class Phones {

    private Phones() {}

    /** The phone, or a problem that names the field {@code phone}. */
    public static Phone read(@Nullable String typed) {
        return (typed == null ? java.util.Optional.<Phone>empty() : Phone.parse(typed))
                .orElseThrow(() -> ProblemException.invalid(FieldError.of("phone", "PHONE_MALFORMED")));
    }
}
