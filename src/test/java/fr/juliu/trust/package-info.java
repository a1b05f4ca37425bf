/** What the profile {@code trust} needs: how much its parts do, inputs made by chance, load, and the table of what came out. */
@NullMarked
package fr.juliu.trust;

import org.jspecify.annotations.NullMarked;
