package io.anju.care.appointment.store;

import io.anju.care.appointment.model.Branch;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalTime;

/** One row of {@code branch}. */
@Entity
@Table(name = "branch")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class BranchRow extends PanacheEntityBase {

    @Id
    String id;

    @Column(name = "name_zh")
    String nameZh;

    @Column(name = "name_en")
    String nameEn;

    @Column(name = "address_zh")
    String addressZh;

    @Column(name = "address_en")
    String addressEn;

    LocalTime opens;
    LocalTime closes;
    int counters;
    boolean active;

    Branch toBranch() {
        return new Branch(id, nameZh, nameEn, addressZh, addressEn, opens, closes, counters);
    }
}
