package io.anju.kit.problem;

/** Carries a {@link Problem} out of a chain that cannot return it as a value; answered as it stands. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** Bad input in one field alone. */
    public static ProblemException invalid(FieldError field) {
        return new ProblemException(Problem.invalid(field));
    }

    public Problem problem() {
        return problem;
    }
}
