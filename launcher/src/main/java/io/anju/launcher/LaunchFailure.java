package io.anju.launcher;

/** What a person at the terminal has to know, in one line; the program ends with a non-zero status. */
public final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The line, without a full stop's worth of stack trace. */
    public LaunchFailure(String line) {
        super(line);
    }

    /** The line, and what went wrong underneath it. */
    public LaunchFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
