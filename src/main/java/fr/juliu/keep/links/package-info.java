/**
 * Whether the addresses that articles name still lead somewhere: {@link LinkSurvey} looks at them, a few sites at once
 * and one address of a site at a time.
 *
 * <p>A {@link Finding} tells a page that is gone from a site that was merely not reached: only the first is an error,
 * for sites refuse programs, and networks fail. The one room that speaks HTTP to the sites of others.
 */
@NullMarked
package fr.juliu.keep.links;

import org.jspecify.annotations.NullMarked;
