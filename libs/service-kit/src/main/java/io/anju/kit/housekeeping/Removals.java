package io.anju.kit.housekeeping;

import java.util.List;

/** What else a service has that goes when it has served its time: a bean of this kind is asked with each round. */
public interface Removals {

    /** The kinds of rows. */
    List<Removal> kinds();
}
