package dev.whistle.casefile;

import org.jspecify.annotations.Nullable;

/**
 * A person of a case as everybody who may read the case sees him or her.
 *
 * @param role code, e.g. {@code complainant}
 * @param roleName the role in Chinese, e.g. 投诉人
 * @param name e.g. 张*; null where none was given
 * @param phone e.g. 139****5678; null where none was given
 * @param address down to the compound or road, e.g. 湾里街道湾里花园***; null where none was given
 * @param mergedFrom the case that was merged into this one with the person; null for one of the case's own
 */
public record MaskedParty(
        String id,
        String role,
        String roleName,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String mergedFrom) {}
