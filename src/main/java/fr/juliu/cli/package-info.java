/** The command line edge: ask and check, without Spring. */
@NullMarked
package fr.juliu.cli;

import org.jspecify.annotations.NullMarked;
