package dev.whistle.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a search found, the newest first.
 *
 * @param next what asks for the next page, to be handed back as it is; null where there is none. A page may have fewer
 *     cases than were asked for, even none, and still have a next one
 */
public record FoundCases(List<CaseFile> cases, @Nullable String next) {}
