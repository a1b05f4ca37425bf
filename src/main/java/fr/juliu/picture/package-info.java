/** Charts of the knowledge as PNG. */
@NullMarked
package fr.juliu.picture;

import org.jspecify.annotations.NullMarked;
