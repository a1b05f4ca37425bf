/** What every messenger shares: conversation memory and limits. */
@NullMarked
package fr.juliu.chat;

import org.jspecify.annotations.NullMarked;
