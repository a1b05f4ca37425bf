/**
 * The command line edge: {@link Commands} runs ask, check, choose-eval, backup and restore, without Spring.
 *
 * {@snippet :
 * Commands commands = new Commands(in, out, System.err, environment, clock);
 * int code = commands.run(new String[]{"ask", "-"}); // 0, and the answer in out
 * }
 *
 * <p>Standard output is UTF-8 whatever the locale, and carries answers alone. Exit codes are a contract: 0 answered, 1
 * what was checked is not good enough, 2 used wrongly or nothing to read.
 */
@NullMarked
package fr.juliu.cli;

import org.jspecify.annotations.NullMarked;
