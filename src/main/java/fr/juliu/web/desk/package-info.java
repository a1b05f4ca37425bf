/**
 * The keeper's desk: what was asked, what was of no use, and the edition, behind a password. {@link DeskController} is
 * its door.
 */
@NullMarked
package fr.juliu.web.desk;

import org.jspecify.annotations.NullMarked;
