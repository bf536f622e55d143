package io.anju.repayment.spread.http;

import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.rate.SpreadCut;
import io.anju.kit.time.CivilDate;
import io.anju.repayment.spread.model.SpreadRule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a batch. Spreads are decimal fractions: −0.0030 are 30 basis points below the LPR.
 *
 * @param products of which the loans are, by code, first and second homes among them; empty: any
 * @param referenceRate that they follow; absent: any
 * @param startedBefore day before which they were paid out; absent: whenever
 * @param above only spreads above this one come down
 * @param to what they come down to
 * @param floor of the city, below which none is brought; absent: none but {@code to}
 * @param effective first day of the new spread
 * @param reason such as the notice that it follows; nothing that names a person
 */
@RegisterForReflection
public record SpreadProposal(
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 100) String> products,
        ReferenceRate.@Nullable Tenor referenceRate,
        @Nullable @CivilDate LocalDate startedBefore,

        @NotNull @DecimalMin("-0.1") @DecimalMax("0.1") @Digits(integer = 1, fraction = 6)
        BigDecimal above,

        @NotNull @DecimalMin("-0.1") @DecimalMax("0.1") @Digits(integer = 1, fraction = 6)
        BigDecimal to,

        @Nullable @DecimalMin("-0.1") @DecimalMax("0.1") @Digits(integer = 1, fraction = 6)
        BigDecimal floor,

        @NotNull @CivilDate LocalDate effective,
        @NotBlank @Size(max = 500) String reason) {

    SpreadRule rule() {
        return new SpreadRule(
                Set.copyOf(products),
                Optional.ofNullable(referenceRate),
                Optional.ofNullable(startedBefore),
                new SpreadCut(new Spread(above), new Spread(to), new Spread(floor == null ? to : floor)),
                effective);
    }
}
