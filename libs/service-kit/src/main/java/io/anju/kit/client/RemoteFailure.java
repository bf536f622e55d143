package io.anju.kit.client;

/** The other side answered that it is at fault (5xx). */
public final class RemoteFailure extends RuntimeException {

    private final int status;

    RemoteFailure(String remote, int status) {
        super(remote + " answered " + status);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
