/** Charts of the knowledge as PNG: {@link TimelinePicture}. */
@NullMarked
package fr.juliu.picture;

import org.jspecify.annotations.NullMarked;
