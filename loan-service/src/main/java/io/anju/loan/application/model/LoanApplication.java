package io.anju.loan.application.model;

import io.anju.kernel.result.Result;

/**
 * An application for a home loan: one record per state, each transition a method on the state that it leaves.
 *
 * <pre>
 * Draft ─submit─▶ Submitted ─check─▶ Checking ─assessed─▶ InReview ─approve─▶ Approved ─sealed─▶ Contracted
 *   ▲                 ▲                                    │    │             │    ▲               │    │ release
 *   │                 └──submit── MoreInformationNeeded ◀──┘    │       ended ▼    │ redraft       │    ▼
 *   └ edit                                                      │        ContractEnded             │  Disbursing
 *                                           Declined ◀─decline──┘                                  │    ▼
 *                                                     Contracted ◀─registered─ MortgageRejected ◀──┘  Active ─▶ Settled
 * </pre>
 *
 * <p>Declined leads back to InReview when an appeal against it is upheld, with the two who declined barred.
 *
 * <p>InReview leads to InterviewNeeded and back while a borrower is to be spoken to at the counter, and to Submitted when
 * an officer has it checked again. A combined loan has several tranches: Disbursing until the last is paid out or given
 * up, Active until nothing is owed under the contract; PayoutCancelled where all were given up. Until the contract is
 * sealed, and again when its mortgage is rejected, the borrower can withdraw
 * ({@link Withdrawable}). A transition that is not drawn does not compile; asked for from outside, it is refused with
 * what is possible instead ({@link #in}).
 */
public sealed interface LoanApplication
        permits Withdrawable, Editable, Priced, Declined, Withdrawn, Disbursing, PayoutCancelled, Active, Settled {

    Dossier dossier();

    State state();

    /** The application as the state that an act leaves from, or the refusal that says what is possible instead. */
    default <S extends LoanApplication> Result<S, ApplicationRefusal> in(Class<S> state, Act act) {
        return state.isInstance(this)
                ? Result.ok(state.cast(this))
                : Result.refused(new ApplicationRefusal.NotPossible(act, state()));
    }
}
