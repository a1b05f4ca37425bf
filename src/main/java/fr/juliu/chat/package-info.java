/**
 * What every messenger shares: {@link Reception} takes what comes in and says what is to be done; commands, notes of
 * groups, conversation memory, and limits.
 */
@NullMarked
package fr.juliu.chat;

import org.jspecify.annotations.NullMarked;
