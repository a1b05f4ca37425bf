/** The application: its start, and nothing else. */
@NullMarked
package fr.juliu;

import org.jspecify.annotations.NullMarked;
