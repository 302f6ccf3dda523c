/** Case handling for a district's supervision of residential property management. */
@NullMarked
package dev.whistle;

import org.jspecify.annotations.NullMarked;
