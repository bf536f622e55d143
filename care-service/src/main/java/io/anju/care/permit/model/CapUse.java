package io.anju.care.permit.model;

/**
 * A cap and how much of it is gone.
 *
 * @param used permits already granted in any period of the cap's length that would hold the planned day
 */
public record CapUse(ContactCap cap, int used) {

    /** Whether one more would exceed the cap. */
    public boolean reached() {
        return used >= cap.most();
    }
}
