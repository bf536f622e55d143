package io.anju.kit.crypto;

import java.util.List;

/** The sealed columns of one store, which a producer method of it declares. */
public record SealedColumns(List<SealedColumn> columns) {

    public SealedColumns {
        columns = List.copyOf(columns);
    }
}
