package dev.whistle.register.book;

import dev.whistle.organisation.Companies;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Units;
import dev.whistle.register.Committees;
import dev.whistle.register.Contracts;
import dev.whistle.register.Exits;
import dev.whistle.register.Standbys;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where one import reads and writes, when, and in whose name.
 *
 * @param user null for the application itself
 * @param office the unit below which new companies come
 */
record Stores(
        JdbcClient db,
        Units units,
        Companies companies,
        Compounds compounds,
        Responsibilities responsibilities,
        Contracts contracts,
        Committees committees,
        Standbys standbys,
        Exits exits,
        OffsetDateTime now,
        @Nullable String user,
        String office) {

    LocalDate today() {
        return now.toLocalDate();
    }
}
