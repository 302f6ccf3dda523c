package dev.whistle.desk;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that somebody wants to pass on, all of them or none.
 *
 * @param tasks their ids
 * @param seen {@link HandOver.Choices#seen()} of when it was decided, so that nobody passes on what a colleague has passed
 *     on meanwhile; null where the caller does not mind
 * @param reason why; it stands on the timeline of each case
 */
public record Passing(Set<String> tasks, @Nullable String seen, String reason) {}
