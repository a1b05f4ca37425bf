/** The command line edge: ask and check, without Spring. {@link CommandLine} runs them. */
@NullMarked
package fr.juliu.cli;

import org.jspecify.annotations.NullMarked;
