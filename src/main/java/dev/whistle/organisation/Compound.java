package dev.whistle.organisation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A residential compound (小区).
 *
 * @param managed whether a property company runs it; only an old compound may be unmanaged
 * @param builtUp whether it lies in the built-up area (建成区), which decides who enforces (JJ.A3.2)
 * @param street unit id of its street or town
 * @param community unit id of its community or village
 * @param area of its buildings in square metres, where it is known
 * @param company unit id of the company that runs it today, if any ({@link Responsibilities})
 */
public record Compound(
        String id,
        String name,
        CompoundClass kind,
        boolean managed,
        boolean builtUp,
        String address,
        int households,
        @Nullable BigDecimal area,
        String street,
        String community,
        @Nullable String company) {}
